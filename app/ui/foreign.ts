import { directionOf } from '#app/locales/languages.ts'

/** The `lang` and `dir` of a phrase, where they differ from those of the page. */
export function foreign(language: string, page: string): { lang?: string; dir?: 'ltr' | 'rtl' } {
  if (language === page) return {}
  const dir = directionOf(language)
  return dir === directionOf(page) ? { lang: language } : { lang: language, dir }
}
