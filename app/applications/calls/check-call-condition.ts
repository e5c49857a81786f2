import type { CallQuestionForm } from './call-question-form.ts'
import type { QuestionLists } from './question-lists.ts'
import { canDecide, decidingValues } from '#app/registrations/questions/question-form.ts'
import type { QuestionKind } from '#db/schema.ts'
import { Refused } from '#app/values/refusal.ts'
import type { ListedCallQuestion } from './list-call-questions.server.ts'

/** The answers that another question can wait for; none of a grid, a table of costs or a free text. */
export function answersToWaitFor(kind: string, lists: Pick<QuestionLists, 'options'>): string[] {
  // The kinds that registrations have not cannot decide.
  return canDecide(kind as QuestionKind) ? decidingValues(kind as QuestionKind, lists.options) : []
}

/**
 * What a question hangs on must be there, be asked, and not hang on it in turn; what hangs on it must stay possible.
 * @throws Refused at the field that says otherwise
 */
export function checkCallCondition(
  all: ListedCallQuestion[],
  { questionId, form, lists }: { questionId: string | null; form: CallQuestionForm; lists: QuestionLists },
): void {
  if (form.shownWhen) {
    const parent = all.find(({ id }) => id === form.shownWhen!.questionId)
    const values = parent ? answersToWaitFor(parent.kind, parent.texts[0] ?? { options: [] }) : []
    if (!parent || parent.isRetired === 1 || !values.includes(form.shownWhen.value))
      throw new Refused({ code: 'condition-unknown', field: 'shownWhen' })
    const seen = new Set<string>()
    for (let above: ListedCallQuestion | undefined = parent; above && !seen.has(above.id);) {
      if (above.id === questionId) throw new Refused({ code: 'condition-circle', field: 'shownWhen' })
      seen.add(above.id)
      const next: string | null = above.shownWhenQuestionId
      above = all.find(({ id }) => id === next)
    }
  }
  const hanging = all.filter((one) => one.shownWhenQuestionId === questionId && one.isRetired === 0)
  if (questionId === null || hanging.length === 0) return
  if (!form.isAsked) throw new Refused({ code: 'question-needed', field: 'isAsked' })
  const values = answersToWaitFor(form.kind, lists)
  if (hanging.some(({ shownWhenValue }) => !values.includes(shownWhenValue ?? '')))
    throw new Refused({ code: 'option-needed', field: 'kind' })
}
