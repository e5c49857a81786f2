import type { Question } from '#app/registrations/questions/question.ts'
import { isolate } from '#app/ui/isolate.ts'

/** The question whose answer a field of a form takes: `Choose one` alone would not say what. */
export function answerLabel(name: string, questions: Pick<Question, 'code' | 'label'>[]): string | undefined {
  const question = questions.find(({ code }) => name === `answers.${code}`)
  return question && isolate(question.label)
}
