import type { QuestionOption } from '#app/registrations/offer/question-form.ts'

/** What an answer says to a reader: labels instead of values, several joined. Unknown values are shown as they are. */
export function answerText(
  question: { kind: string; options: QuestionOption[] },
  value: string | undefined,
  words: { yes: string; no: string; countryName: (code: string) => string },
): string {
  if (value === undefined || value === '') return ''
  const labelOf = (one: string) => question.options.find((option) => option.value === one)?.label ?? one
  if (question.kind === 'choice') return labelOf(value)
  if (question.kind === 'choices') return listOf(value).map(labelOf).join('; ')
  if (question.kind === 'country' && /^[A-Z]{2}$/.test(value)) return words.countryName(value)
  if (question.kind === 'yesno') return value === 'yes' ? words.yes : value === 'no' ? words.no : value
  return value
}

function listOf(value: string): string[] {
  if (!value.startsWith('[')) return [value]
  try {
    const parsed: unknown = JSON.parse(value)
    return Array.isArray(parsed) ? parsed.map(String) : [value]
  } catch {
    return [value]
  }
}
