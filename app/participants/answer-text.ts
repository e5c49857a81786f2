import { askedWords } from '#app/registrations/questions/freeze-answer.ts'
import { type QuestionOption, splitLevels, valuesOf } from '#app/registrations/questions/question.ts'

export interface AnswerWords {
  yes: string
  no: string
  countryName: (code: string) => string
}

/**
 * What an answer says to a reader: labels instead of values, several joined. An option that is no longer offered has
 * the words of `asked`, in which it was chosen; levels of languages stand as listening/reading/speaking/writing, and a
 * file as a yes: it is looked at in its own place.
 */
export function answerText(
  question: { kind: string; options: QuestionOption[] },
  value: string | undefined,
  words: AnswerWords,
  asked = '',
): string {
  if (value === undefined || value === '') return ''
  const labelOf = (one: string) =>
    [...question.options, ...(askedWords(asked)?.options ?? [])].find((option) => option.value === one)?.label ?? one
  switch (question.kind) {
    case 'choice':
      return labelOf(value)
    case 'choices':
      return valuesOf(value).map(labelOf).join('; ')
    case 'languages':
      return valuesOf(value)
        .map(splitLevels)
        .map((one) => `${labelOf(one.value)} ${one.levels.join('/')}`)
        .join('; ')
    case 'country':
      return /^[A-Z]{2}$/.test(value) ? words.countryName(value) : value
    case 'yesno':
      return value === 'yes' ? words.yes : value === 'no' ? words.no : value
    case 'consent':
    case 'file':
      return words.yes
    default:
      return value
  }
}
