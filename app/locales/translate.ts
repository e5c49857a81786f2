import { createInstance } from 'i18next'
import { ar } from './ar.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { type Language, LANGUAGES } from './languages.ts'

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
  resources: { en: { translation: en }, fr: { translation: fr }, ar: { translation: ar } },
  interpolation: { escapeValue: false },
  initAsync: false,
})
void catalogues.init()

const translators = new Map<Language, Translate>(
  LANGUAGES.map(({ code }) => {
    const fixed = catalogues.getFixedT(code)
    return [code, keepPlain((key, values) => fixed(key, values ?? {}))]
  }),
)

/** Most texts have nothing to fill in: looking them up is a tenth of rendering a page. */
function keepPlain(translate: Translate): Translate {
  const known = new Map<Key, string>()
  return (key, values) => {
    if (values) return translate(key, values)
    const text = known.get(key)
    if (text !== undefined) return text
    if (isKey(key)) known.set(key, translate(key))
    return translate(key)
  }
}

export function translator(language: Language): Translate {
  return translators.get(language)!
}

/** Whether the catalogues know a key that was put together at run time, such as `refusal.CODE`. */
export function isKey(key: string): key is Key {
  return catalogues.exists(key, { count: 1 })
}

/** The texts of one area of the catalogue by their keys within it, for a script: it fills in values and chooses plurals itself. */
export function textsOf(area: keyof typeof en, language: Language): Record<string, string> {
  return flat(catalogues.getResource(language, 'translation', area) as Texts)
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
