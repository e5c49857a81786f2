import type { TextAnswers } from './form-item.ts'
import { isLanguage } from '#app/locales/languages.ts'
import { email, line } from '#app/values/fields.ts'

/** What a text form says of who applies, as an application begins with it. */
export interface ToldInText {
  fullName: string
  email: string
  language: string
  residence: string | null
  birthYear: number | null
  lastAward: number | 'none' | null
}

/** Who applies; `faults` are keys of the catalogues for what an application cannot begin without. */
export function toldInText(
  answers: TextAnswers,
  language: string,
): { told: ToldInText; faults: ('noName' | 'noEmail')[] } {
  const said = (name: string) => answers[`form.${name}`]?.[0] ?? ''
  const year = Number(said('birth-year'))
  const award = said('last-award')
  const awardYear = Number(/\b(19|20)\d{2}\b/.exec(award)?.[0] ?? 0)
  const told = {
    fullName: said('name'),
    email: said('email'),
    language: isLanguage(said('language')) ? said('language') : language,
    residence: said('residence') || null,
    birthYear: year >= 1900 && year <= 2200 ? year : null,
    lastAward: awardYear > 0 ? awardYear : award === '' ? null : ('none' as const),
  }
  return {
    told,
    faults: [
      ...(line(200).safeParse(told.fullName).success ? [] : ['noName' as const]),
      ...(email().safeParse(told.email).success ? [] : ['noEmail' as const]),
    ],
  }
}
