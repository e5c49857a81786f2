import { readCosts } from './costs-answer.ts'
import { countWords } from './count-words.ts'
import { ratingsOf } from './grid-answer.ts'
import type { CallQuestion } from '#app/applications/calls/call.ts'
import { LONGEST_LINE, LONGEST_TEXT } from '#app/registrations/questions/answer-schema.ts'
import { LEVELS, splitLevels } from '#app/registrations/questions/question.ts'
import { isCountry } from '#app/values/fields.ts'
import { decimalsOf } from '#app/values/money.ts'
import { isPartialDay } from '#app/values/moment.ts'

/** Characters of a text whose question counts words, and of whatever else is kept as it is typed. */
export const LONGEST_KEPT = 20_000

/** What one may answer at most where a question counts words and sets no limit. */
const WORDS = 500

type Judged = Pick<CallQuestion, 'kind' | 'options' | 'rows' | 'levels' | 'maximum' | 'isInWords'> &
  Partial<Pick<CallQuestion, 'meaning'>>

/** What may be a year of birth. */
const YEARS = { minimum: 1900, maximum: 2100 }

/**
 * What is wrong with an answer, as a message of the catalogues; null when nothing is. An answer that is not there is
 * never wrong: that it is missing is another matter.
 */
export function answerFault(question: Judged, values: string[], currency: string): string | null {
  if (values.length === 0) return null
  const value = values[0] ?? ''
  const isOption = (one: string) => question.options.some((option) => option.value === one)
  switch (question.kind) {
    case 'text':
    case 'longtext':
      return textFault(question, value)
    case 'number':
      return numberFault(question, value)
    case 'date':
      return value.length === 10 && isPartialDay(value) ? null : 'form.date'
    case 'country':
      return isCountry(value) ? null : 'form.country'
    case 'phone':
      return /^\+?[\d\s().-]{5,30}$/.test(value) ? null : 'form.phone'
    case 'email':
      return value.length <= 191 && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/u.test(value) ? null : 'form.email'
    case 'choice':
      return isOption(value) ? null : 'form.choose'
    case 'choices':
      return values.every(isOption) ? null : 'form.choose'
    case 'yesno':
      return value === 'yes' || value === 'no' ? null : 'form.choose'
    case 'consent':
      return value === 'yes' ? null : 'form.tick'
    case 'languages':
      return values.map(splitLevels).every(({ value: one, levels }) => isOption(one) && areLevels(levels))
        ? null
        : 'form.chooseLevel'
    case 'grid': {
      const ratings = ratingsOf(values)
      const isRated = ({ value: row }: { value: string }) =>
        question.levels.some((level) => level.value === ratings.get(row))
      return question.rows.every(isRated) ? null : 'application.rateEach'
    }
    case 'costs':
      return costsFault(values, currency)
    case 'file':
      return null
  }
}

function numberFault({ meaning, maximum }: Judged, value: string): string | null {
  const isYear = meaning === 'birth-year'
  const least = isYear ? YEARS.minimum : 0
  const most = Math.min(maximum ?? Infinity, isYear ? YEARS.maximum : 999_999_999)
  const isFine = /^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most
  return isFine ? null : `form.numberBetween?minimum=${least}&maximum=${most}`
}

function textFault({ kind, maximum, isInWords }: Judged, text: string): string | null {
  if (isInWords && kind === 'longtext') {
    const most = maximum ?? WORDS
    const used = countWords(text)
    return used <= most ? null : `application.tooManyWords?maximum=${most}&used=${used}`
  }
  const most = maximum ?? (kind === 'text' ? LONGEST_LINE : LONGEST_TEXT)
  return text.length <= most ? null : `form.tooLong?maximum=${most}`
}

function areLevels(levels: string[]): boolean {
  return levels.length === 4 && levels.every((level) => LEVELS.some((one) => one === level))
}

function costsFault(values: string[], currency: string): string | null {
  if (readCosts(values, currency) !== null) return null
  const shapes: Record<number, string> = { 0: 'offer.amountWhole', 3: 'offer.amountThree' }
  return `${shapes[decimalsOf(currency)] ?? 'offer.amountTwo'}?currency=${currency}`
}
