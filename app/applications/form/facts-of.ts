import { readCosts } from './costs-answer.ts'
import { type HeldAnswers, heldValue } from './held-answers.ts'
import type { Call } from '#app/applications/calls/call.ts'
import { fold } from '#app/values/text.ts'
import { isCountry } from '#app/values/fields.ts'
import type { ApplicantCategory, CallQuestionMeaning, Flag } from '#db/schema.ts'

/** What rules, ranking and cohort know an applicant by; null where nobody said. */
export interface ApplicantFacts {
  residence: string | null
  gender: string | null
  institutionKey: string | null
  isFirstTime: Flag | null
  birthYear: number | null
  needsVisa: Flag | null
  category: ApplicantCategory
  askedMinor: number | null
  askedCurrency: string | null
}

/** What was said at the start, before the form. */
export interface ToldBefore {
  residence: string | null
  birthYear: number | null
}

/** A question for the residence is one for a country whose code says so. */
export const RESIDENCE_CODES = ['residence', 'country-of-residence', 'country']

/** What answers mean, as the columns of an application; `told` stands where no question asks the same. */
export function factsOf(
  call: Pick<Call, 'sections'>,
  answers: HeldAnswers,
  { currency, told }: { currency: string; told: ToldBefore },
): ApplicantFacts {
  const questions = call.sections.flatMap((section) => section.questions)
  const meant = (meaning: CallQuestionMeaning) =>
    heldValue(answers, questions.find((question) => question.meaning === meaning)?.code)
  const lives = heldValue(
    answers,
    questions.find(({ kind, code }) => kind === 'country' && RESIDENCE_CODES.includes(code))?.code,
  )
  const isFirstTime = yesOrNo(meant('first-time'), ['yes', 'first', 'first-time'], ['no', 'returning'])
  const institution = meant('institution')
  const costs = questions.find(({ kind }) => kind === 'costs')
  const held = costs && answers[costs.code]
  const read = held && readCosts(held, currency)
  return {
    residence: isCountry(lives) ? lives : told.residence,
    gender: meant('gender').slice(0, 16) || null,
    institutionKey:
      institution === ''
        ? null
        : fold(institution)
            .replace(/[^\p{L}\p{N}]+/gu, ' ')
            .trim()
            .slice(0, 190),
    isFirstTime,
    birthYear: yearOf(meant('birth-year')) ?? told.birthYear,
    needsVisa: yesOrNo(meant('needs-visa'), ['yes'], ['no']),
    category: isFirstTime === null ? '' : isFirstTime === 1 ? 'first-time' : 'returning',
    askedMinor: read ? read.asked : null,
    askedCurrency: read ? currency : null,
  }
}

/** The year of an award that somebody says they had: `none`, a year, or null when that cannot be told. */
export function saidAward(call: Pick<Call, 'sections'>, answers: HeldAnswers): number | 'none' | null {
  const question = call.sections
    .flatMap((section) => section.questions)
    .find(({ meaning }) => meaning === 'earlier-award')
  const said = heldValue(answers, question?.code)
  if (said === 'no' || said === 'none') return 'none'
  return yearOf(said)
}

/** A year, of a year or of a day. */
function yearOf(typed: string): number | null {
  const year = Number(/^(\d{4})(-\d{2}-\d{2})?$/.exec(typed)?.[1] ?? 0)
  return year >= 1900 && year <= 2200 ? year : null
}

function yesOrNo(value: string, yes: string[], no: string[]): Flag | null {
  if (yes.includes(value)) return 1
  return no.includes(value) ? 0 : null
}
