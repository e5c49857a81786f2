import type { Question } from '#app/registrations/questions/question.ts'

/** The question whose answer a field of a form takes: `Choose one` alone would not say what. */
export function answerLabel(name: string, questions: Pick<Question, 'code' | 'label'>[]): string | undefined {
  return questions.find(({ code }) => name === `answers.${code}`)?.label
}
