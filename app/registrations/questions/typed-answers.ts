import type { Question } from './question.ts'
import { type AskedSeat, shownQuestions } from './shown-questions.ts'
import type { FormState } from '#app/values/form-state.ts'

/**
 * The questions that a form as typed leads to; the field of a question is `NAME.CODE`. `earlier` are the answers of
 * earlier stages, by code.
 */
export function shownInForm(
  questions: Question[],
  seat: AskedSeat,
  { form, name, earlier = {} }: { form: FormState; name: string; earlier?: Record<string, string[]> },
): Question[] {
  const typed = questions.flatMap(({ code }) => {
    const values = form.values[`${name}.${code}`]
    return values ? [[code, values] as const] : []
  })
  return shownQuestions(questions, seat, { ...earlier, ...Object.fromEntries(typed) })
}
