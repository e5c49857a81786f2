import { answerText, type AnswerWords } from '../answer-text.ts'
import type { ListCell, ListColumnKind } from './list-view.ts'
import type { QuestionOption } from '#app/registrations/questions/question.ts'
import type { QuestionKind } from '#db/schema.ts'

interface AnsweredQuestion {
  kind: QuestionKind
  options: QuestionOption[]
}

/** How the answers to a question are typed in a list. */
export function kindOfAnswers({ kind }: AnsweredQuestion): ListColumnKind {
  if (kind === 'number') return 'number'
  if (kind === 'date') return 'day'
  return kind === 'yesno' || kind === 'consent' || kind === 'file' ? 'yesno' : 'text'
}

/** What a cell says of an answer; made once a column, since a list has many rows. */
export function answerCell(
  question: AnsweredQuestion,
  words: AnswerWords,
): (answer: { value: string; asked: string } | undefined) => ListCell {
  const labels = new Map(question.options.map(({ value, label }) => [value, label]))
  const isFile = question.kind === 'file'
  const kind = kindOfAnswers(question)
  return (answer) => {
    if (answer === undefined || answer.value === '') return ''
    const { value } = answer
    if (kind === 'yesno') return isFile ? 'yes' : value
    if (kind === 'number') return Number.isFinite(Number(value)) ? Number(value) : value
    if (question.kind === 'choice') return labels.get(value) ?? answerText(question, value, words, answer.asked)
    return answerText(question, value, words, answer.asked)
  }
}
