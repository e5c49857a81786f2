import { type Kysely, sql } from 'kysely'
import { changeCall, type CallChange } from './change-call.server.ts'
import type { CallQuestionForm } from './call-question-form.ts'
import { checkCallCondition } from './check-call-condition.ts'
import { type ListedCallQuestion, listCallQuestions, seenCallQuestion } from './list-call-questions.server.ts'
import { nextPartPosition } from './move-call-part.server.ts'
import type { QuestionLists } from './question-lists.ts'
import { saveQuestionText } from './save-question-text.server.ts'
import { withValues } from '#app/registrations/questions/question-options.ts'
import { flag } from '#app/values/flag.ts'
import { newId } from '#app/values/id.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

export type CallQuestionRefusal =
  | 'stale'
  | 'code-taken'
  | 'unknown-section'
  | 'unknown-choice'
  | 'kind-answered'
  | 'condition-unknown'
  | 'condition-circle'
  | 'question-needed'
  | 'option-needed'

/**
 * Adds a question to a call's form, or changes one, with its texts in one language. Answers are never touched: what was
 * answered keeps its kind, an option its value whatever its label becomes, and other words are another version.
 */
export async function saveCallQuestion(
  db: Kysely<Database>,
  { questionId, form, ...change }: CallChange & { questionId: string | null; form: CallQuestionForm },
): Promise<Result<{ id: string }, CallQuestionRefusal | 'gone' | 'busy'>> {
  return await changeCall<{ id: string }, CallQuestionRefusal | 'gone'>(db, change, async (db, call) => {
    const all = await listCallQuestions(db, call.id, form.textLanguage)
    const known = all.find(({ id }) => id === questionId)
    if (questionId !== null && !known) throw new Refused({ code: 'gone' as const })
    if (known) refuseChanged(known, form)
    if (all.some(({ id, code }) => id !== questionId && code === form.code))
      throw new Refused({ code: 'code-taken' as const, field: 'code' })
    await refuseForeign(db, call.id, form)
    const lists = listsWithValues(form, known)
    checkCallCondition(all, { questionId, form, lists })

    const id = questionId ?? newId(change.now)
    const columns = columnsOf(form)
    if (known) {
      const isReworded = known.isAnswered && isOtherText(known, form, lists)
      const isMoved = known.sectionId !== form.sectionId
      await db
        .updateTable('callQuestions')
        .set({
          ...columns,
          ...(form.code ? { code: form.code } : {}),
          ...(isMoved ? { position: nextPartPosition(all) } : {}),
          ...(isReworded ? { version: sql`version + 1` } : {}),
        })
        .where('id', '=', id)
        .execute()
    } else {
      const code = form.code ?? `q-${id.slice(-12)}`
      await db
        .insertInto('callQuestions')
        .values({ id, callId: call.id, position: nextPartPosition(all), code, version: 1, ...columns })
        .execute()
    }
    await saveQuestionText(db, { questionId: id, form, lists })
    await saveChoices(db, id, form.choiceIds)
    const { label, textLanguage, choiceIds } = form
    return {
      value: { id },
      done: {
        action: known ? 'call-question.changed' : 'call-question.added',
        objectKind: 'call-question',
        objectId: id,
        after: { ...columns, label, textLanguage, choiceIds },
      },
    }
  })
}

function columnsOf(form: CallQuestionForm) {
  return {
    sectionId: form.sectionId,
    kind: form.kind,
    isRequired: flag(form.isRequired),
    maximum: form.maximum,
    isInWords: flag(form.isInWords),
    isHidden: flag(form.isHidden),
    meaning: form.meaning ?? ('' as const),
    purpose: form.purpose,
    eraseOn: form.eraseOn ?? null,
    shownWhenQuestionId: form.shownWhen?.questionId ?? null,
    shownWhenValue: form.shownWhen?.value ?? null,
    isRetired: flag(!form.isAsked),
  }
}

function refuseChanged(known: ListedCallQuestion, form: CallQuestionForm): void {
  const text = known.texts.find(({ language }) => language === form.textLanguage)
  if (seenCallQuestion(known, text, known.choiceIds) !== form.seen) throw new Refused({ code: 'stale' as const })
  if (known.isAnswered && known.kind !== form.kind) throw new Refused({ code: 'kind-answered' as const, field: 'kind' })
}

async function refuseForeign(db: Kysely<Database>, callId: string, form: CallQuestionForm): Promise<void> {
  const sections = await db.selectFrom('callSections').select('id').where('callId', '=', callId).execute()
  if (!sections.some(({ id }) => id === form.sectionId))
    throw new Refused({ code: 'unknown-section' as const, field: 'sectionId' })
  const choices = await db.selectFrom('callChoices').select('id').where('callId', '=', callId).execute()
  if (form.choiceIds.some((wanted) => !choices.some(({ id }) => id === wanted)))
    throw new Refused({ code: 'unknown-choice' as const, field: 'choiceIds' })
}

/** New options get values that none of this question ever had: what was taken out may have been answered. */
function listsWithValues(form: CallQuestionForm, known: ListedCallQuestion | undefined): QuestionLists {
  const listed = (name: keyof QuestionLists) => {
    const had = known?.texts.flatMap((text) => text[name].map(({ value }) => value)) ?? []
    // What somebody answered with is no longer called otherwise.
    const isKept = (value: string) => !known?.isAnswered || had.includes(value)
    return withValues(
      form[name].map(({ value, label }) => ({ value: isKept(value) ? value : '', label })),
      had,
    )
  }
  return { options: listed('options'), rows: listed('rows'), levels: listed('levels') }
}

function isOtherText(known: ListedCallQuestion, form: CallQuestionForm, lists: QuestionLists): boolean {
  const own = known.texts.find(({ language }) => language === form.textLanguage)
  if (!own) return false
  const { options, rows, levels } = own
  return (
    own.label !== form.label ||
    own.help !== form.help ||
    JSON.stringify([options, rows, levels]) !== JSON.stringify([lists.options, lists.rows, lists.levels])
  )
}

async function saveChoices(db: Kysely<Database>, questionId: string, choiceIds: string[]): Promise<void> {
  await db.deleteFrom('callQuestionChoices').where('questionId', '=', questionId).execute()
  const rows = [...new Set(choiceIds)].map((choiceId) => ({ questionId, choiceId }))
  if (rows.length > 0) await db.insertInto('callQuestionChoices').values(rows).execute()
}
