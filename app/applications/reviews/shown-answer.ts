import type { CallQuestion } from '../calls/call.ts'
import { typedCosts } from '../form/costs-answer.ts'
import { ratingsOf } from '../form/grid-answer.ts'
import { askedWords } from '#app/registrations/questions/freeze-answer.ts'
import { splitLevels, valuesOf } from '#app/registrations/questions/question.ts'

/** An answer as somebody reads it, with labels for values; what the reader's language says is left to the page. */
export type ShownAnswer =
  | { is: 'text'; text: string }
  | { is: 'words'; words: string[] }
  | { is: 'yesno'; isYes: boolean }
  | { is: 'country'; code: string }
  | { is: 'rows'; rows: { label: string; value: string }[] }
  | { is: 'costs'; rows: { label: string; cost: string; own: string; others: string }[] }

/** Null for what says nothing by itself: a consent, a file, no answer. `mask` goes over all that was typed. */
export function shownAnswer(
  question: Pick<CallQuestion, 'kind' | 'options' | 'rows' | 'levels'>,
  { value, asked }: { value: string; asked: string },
  mask: (text: string) => string,
): ShownAnswer | null {
  if (value === '' || value === '[]') return null
  const known = [...question.options, ...question.rows, ...(askedWords(asked)?.options ?? [])]
  const labelOf = (one: string) => known.find((option) => option.value === one)?.label ?? mask(one)
  const levelOf = (one: string) => question.levels.find((level) => level.value === one)?.label ?? one
  switch (question.kind) {
    case 'consent':
    case 'file':
      return null
    case 'yesno':
      return { is: 'yesno', isYes: valuesOf(value)[0] === 'yes' }
    case 'country': {
      const [code = ''] = valuesOf(value)
      return /^[A-Z]{2}$/.test(code) ? { is: 'country', code } : { is: 'text', text: mask(code) }
    }
    case 'date': {
      const [day = ''] = valuesOf(value)
      // A day is not taken for a telephone number.
      return { is: 'text', text: /^\d{4}-\d\d-\d\d$/.test(day) ? day : mask(day) }
    }
    case 'choice':
    case 'choices':
      return { is: 'words', words: valuesOf(value).map(labelOf) }
    case 'languages':
      return {
        is: 'rows',
        rows: valuesOf(value)
          .map(splitLevels)
          .map((one) => ({ label: labelOf(one.value), value: one.levels.join('/') })),
      }
    case 'grid':
      return {
        is: 'rows',
        rows: [...ratingsOf(valuesOf(value))].map(([row, level]) => ({ label: labelOf(row), value: levelOf(level) })),
      }
    case 'costs':
      return {
        is: 'costs',
        rows: typedCosts(valuesOf(value)).map(({ row, ...typed }) => ({
          label: labelOf(row),
          cost: mask(typed.cost),
          own: mask(typed.own),
          others: mask(typed.others),
        })),
      }
    default:
      return { is: 'text', text: mask(valuesOf(value).join('\n')) }
  }
}
