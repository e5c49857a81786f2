import { TEXT_LANGUAGES } from '#app/events/text-languages.ts'
import type { Language } from '#app/locales/languages.ts'
import { languageName } from '#app/values/dates.ts'

/** The languages of texts and events by their names in the reader's language; `also` is kept even when unknown. */
export function languageOptions(language: Language, also: string[] = []) {
  return [...new Set([...TEXT_LANGUAGES, ...also])]
    .filter((code) => code !== '')
    .map((value) => ({ value, label: languageName(value, language) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, language))
}
