import type { Kysely } from 'kysely'
import { canDecide, decidingValues, type QuestionForm } from './question-form.ts'
import { parseOptions } from './question-options.ts'
import { STAGES } from './question.ts'
import { Refused } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

/**
 * What a question hangs on must be there, be asked no later than itself, and not hang on it in turn; and what hangs on
 * it must stay possible.
 * @throws Refused at the field that says otherwise
 */
export async function checkCondition(
  db: Kysely<Database>,
  { eventId, questionId, form }: { eventId: string; questionId: string | null; form: QuestionForm },
): Promise<void> {
  const all = await db
    .selectFrom('questions')
    .select(['id', 'kind', 'stage', 'isRetired', 'shownWhenQuestionId', 'shownWhenValue'])
    .where('eventId', '=', eventId)
    .execute()
  if (form.shownWhen) {
    const parent = all.find(({ id }) => id === form.shownWhen!.questionId)
    if (!parent || parent.isRetired === 1 || !canDecide(parent.kind)) throw refusedAt('condition-unknown', 'shownWhen')
    const text = await db
      .selectFrom('questionTexts')
      .select('options')
      .where('questionId', '=', parent.id)
      .executeTakeFirst()
    const values = decidingValues(parent.kind, parseOptions(text?.options ?? ''))
    if (!values.includes(form.shownWhen.value)) throw refusedAt('condition-unknown', 'shownWhen')
    if (isLater(parent.stage, form.stage)) throw refusedAt('condition-later', 'shownWhen')
    for (let above: typeof parent | undefined = parent, steps = 0; above && steps <= all.length; steps++) {
      if (above.id === questionId) throw refusedAt('condition-circle', 'shownWhen')
      const next: string | null = above.shownWhenQuestionId
      above = all.find(({ id }) => id === next)
    }
  }
  const hanging = all.filter((one) => one.shownWhenQuestionId === questionId && one.isRetired === 0)
  if (questionId === null || hanging.length === 0) return
  if (!form.isAsked) throw refusedAt('question-needed', 'isAsked')
  if (hanging.some(({ stage }) => isLater(form.stage, stage))) throw refusedAt('condition-later', 'stage')
  const values = decidingValues(form.kind, form.options)
  if (hanging.some(({ shownWhenValue }) => !values.includes(shownWhenValue ?? '')))
    throw refusedAt('option-needed', 'kind')
}

function refusedAt<Code extends string>(code: Code, field: string): Refused<Code> {
  return new Refused({ code, field })
}

function isLater(one: QuestionForm['stage'], other: QuestionForm['stage']): boolean {
  return STAGES.indexOf(one) > STAGES.indexOf(other)
}
