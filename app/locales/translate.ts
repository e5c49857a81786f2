import { createInstance } from 'i18next'
import { CATALOGUES } from './catalogues.ts'
import type { en } from './en.ts'
import type { Language } from './languages.ts'
import { remember } from '#app/values/remember.ts'

type Leaves<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${K}` : Leaves<T[K], `${Prefix}${K}.`>
}[keyof T & string]

type WithoutPlural<Key extends string> =
  Key extends `${infer Base}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Base : Key

/** Every key of the English catalogue; a plural is named without its form and takes `count`. */
export type Key = WithoutPlural<Leaves<typeof en>>

export type Values = Record<string, string | number>

/** The text of a key in one language, with `{{name}}` filled in and the plural form of `count` chosen. */
export type Translate = (key: Key, values?: Values) => string

const catalogues = createInstance({
  lng: 'en',
  fallbackLng: 'en',
  resources: {},
  interpolation: { escapeValue: false },
  initAsync: false,
})
void catalogues.init()

/** A language is read when it is first spoken. */
const texts = remember((language: Language): object => {
  const read = CATALOGUES[language]()
  catalogues.addResourceBundle(language, 'translation', read, false, false, { skipCopy: true })
  return read
})

/** What the others fall back to, and what is asked for a key. */
texts('en')

export const translator = remember((language: Language): Translate => {
  texts(language)
  const fixed = catalogues.getFixedT(language)
  return quickly(language, (key, values) => fixed(key, values ?? {}))
})

/**
 * The same, the short way where there is one: a page asks for some hundred texts, and the library takes a fifth of the
 * time in which it is rendered. What is not found as it is asked for, or not wholly filled in, the library answers.
 */
function quickly(language: Language, translate: Translate): Translate {
  const known = new Map<string, string>()
  const forms = new Intl.PluralRules(language)
  const textAt = (key: string): string | undefined => {
    const text = known.get(key) ?? (catalogues.getResource(language, 'translation', key) as unknown)
    if (typeof text !== 'string') return undefined
    known.set(key, text)
    return text
  }
  const formOf = (key: string, count: number) =>
    (count === 0 ? textAt(`${key}_zero`) : undefined) ?? textAt(`${key}_${forms.select(count)}`)
  return (key, values) => {
    const text = (typeof values?.count === 'number' ? formOf(key, values.count) : undefined) ?? textAt(key)
    return (text === undefined ? undefined : filledIn(text, values ?? {})) ?? translate(key, values)
  }
}

function filledIn(text: string, values: Values): string | undefined {
  if (!text.includes('{{')) return text
  let isWhole = true
  const filled = text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    isWhole &&= values[name] !== undefined
    return String(values[name])
  })
  return isWhole ? filled : undefined
}

/** Whether the catalogues know a key that was put together at run time, such as `refusal.CODE`. */
export function isKey(key: string): key is Key {
  return catalogues.exists(key, { count: 1 })
}

/** The texts of one area of the catalogue by their keys within it, for a script: it fills in values and chooses plurals itself. */
export function textsOf(area: keyof typeof en, language: Language): Record<string, string> {
  return flat((texts(language) as Record<typeof area, Texts>)[area])
}

interface Texts {
  [key: string]: string | Texts
}

function flat(texts: Texts, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, text]) =>
      typeof text === 'string' ? [[prefix + key, text]] : Object.entries(flat(text, `${prefix}${key}.`)),
    ),
  )
}
