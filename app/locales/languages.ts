/** The languages that the interface speaks, in the order of the menu. */
export const LANGUAGES = [
  { code: 'en', name: 'English', direction: 'ltr' },
  { code: 'ar', name: 'العربية', direction: 'rtl' },
  { code: 'fr', name: 'Français', direction: 'ltr' },
] as const

export type Language = (typeof LANGUAGES)[number]['code']

export const DEFAULT_LANGUAGE: Language = 'en'

export function isLanguage(code: string | null | undefined): code is Language {
  return LANGUAGES.some((language) => language.code === code)
}

/** A stored language code as one that the interface speaks; English when it does not (any more). */
export function languageOf(wanted: string): Language {
  return isLanguage(wanted) ? wanted : DEFAULT_LANGUAGE
}

export function directionOf(code: string): 'ltr' | 'rtl' {
  return ['ar', 'fa', 'he', 'ur', 'ps', 'dv', 'ckb', 'yi'].includes(code.split('-')[0]!) ? 'rtl' : 'ltr'
}

/** The first language of an `Accept-Language` header (RFC 9110, 12.5.4) that the interface speaks. */
export function negotiateLanguage(header: string | null): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [range = '', ...parameters] = part.trim().split(';')
      const weight = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean)
      return { code: range.toLowerCase().split('-')[0], weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter((range) => range.weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
  const known = wanted.find((range) => isLanguage(range.code))
  return (known?.code as Language | undefined) ?? DEFAULT_LANGUAGE
}
