import { type Kysely, sql } from 'kysely'
import { hasOptions, parseOptions, type QuestionForm, type QuestionOption } from './question-form.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import { flag } from '#app/values/flag.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface SaveQuestion {
  eventId: string
  /** Null for a new one. */
  questionId: string | null
  form: QuestionForm
  now: Instant
  actor: Actor
}

export type QuestionRefusal = 'kind-answered' | 'unknown-ticket' | 'gone'

/**
 * Adds a question, or changes one, with its texts in one language. Answers are never touched: an option keeps its
 * value whatever its label becomes, and the kind of a question that was answered stays.
 */
export async function saveQuestion(
  db: Kysely<Database>,
  { eventId, questionId, form, now, actor }: SaveQuestion,
): Promise<Result<{ id: string }, QuestionRefusal | 'busy'>> {
  return await transact<{ id: string }, QuestionRefusal>(db, async (db) => {
    await refuseForeign(db, eventId, questionId, form)
    const id = questionId ?? newId(now)
    const columns = {
      kind: form.kind,
      isRequired: flag(form.isRequired),
      isRetired: form.isAsked ? 0 : 1,
      purpose: form.purpose,
      audience: form.audience,
      eraseOn: form.eraseOn ?? null,
    } as const
    if (questionId === null) {
      const position = await nextPosition(db, eventId)
      await db
        .insertInto('questions')
        .values({ id, eventId, position, code: `q-${id.slice(-12)}`, ...columns })
        .execute()
    } else {
      await db.updateTable('questions').set(columns).where('id', '=', id).where('eventId', '=', eventId).execute()
    }
    await saveTexts(db, id, form)
    await db.deleteFrom('questionTicketTypes').where('questionId', '=', id).execute()
    const types = [...new Set(form.ticketTypeIds)].map((ticketTypeId) => ({ questionId: id, ticketTypeId }))
    if (types.length > 0) await db.insertInto('questionTicketTypes').values(types).execute()
    await recordAudit(db, now, [
      {
        actor,
        action: questionId === null ? 'question.added' : 'question.changed',
        objectKind: 'question',
        objectId: id,
        eventId,
        after: { ...columns, label: form.label, textLanguage: form.textLanguage, ticketTypeIds: form.ticketTypeIds },
      },
    ])
    await eventChanged(db, eventId, now)
    return { id }
  })
}

async function refuseForeign(db: Kysely<Database>, eventId: string, questionId: string | null, form: QuestionForm) {
  const types = await db.selectFrom('ticketTypes').select('id').where('eventId', '=', eventId).execute()
  if (form.ticketTypeIds.some((wanted) => !types.some((type) => type.id === wanted)))
    throw new Refused({ code: 'unknown-ticket' as const, field: 'ticketTypeIds' })
  if (questionId === null) return
  const known = await db
    .selectFrom('questions')
    .select('kind')
    .where('id', '=', questionId)
    .where('eventId', '=', eventId)
    .executeTakeFirst()
  if (!known) throw new Refused({ code: 'gone' as const })
  if (known.kind !== form.kind && (await isAnswered(db, questionId)))
    throw new Refused({ code: 'kind-answered' as const, field: 'kind' })
}

export async function isAnswered(db: Kysely<Database>, questionId: string): Promise<boolean> {
  const answer = await db
    .selectFrom('answers')
    .select('questionId')
    .where('questionId', '=', questionId)
    .limit(1)
    .executeTakeFirst()
  return answer !== undefined
}

async function saveTexts(db: Kysely<Database>, questionId: string, form: QuestionForm): Promise<void> {
  const others = await db
    .selectFrom('questionTexts')
    .select(['language', 'options'])
    .where('questionId', '=', questionId)
    .where('language', '!=', form.textLanguage)
    .execute()
  await db
    .deleteFrom('questionTexts')
    .where('questionId', '=', questionId)
    .where('language', '=', form.textLanguage)
    .execute()
  await db
    .insertInto('questionTexts')
    .values({
      questionId,
      language: form.textLanguage,
      label: form.label,
      help: form.help,
      options: JSON.stringify(form.options),
    })
    .execute()
  if (!hasOptions(form.kind)) return
  for (const other of others) {
    await db
      .updateTable('questionTexts')
      .set({ options: JSON.stringify(sameOptions(form.options, parseOptions(other.options))) })
      .where('questionId', '=', questionId)
      .where('language', '=', other.language)
      .execute()
  }
}

/** Every language offers the same options in the same order; what is not translated yet shows the text just saved. */
function sameOptions(saved: QuestionOption[], translated: QuestionOption[]): QuestionOption[] {
  return saved.map((option) => translated.find(({ value }) => value === option.value) ?? option)
}

async function nextPosition(db: Kysely<Database>, eventId: string): Promise<number> {
  const { last } = await db
    .selectFrom('questions')
    .select(sql<number | null>`max(position)`.as('last'))
    .where('eventId', '=', eventId)
    .executeTakeFirstOrThrow()
  return last === null ? 0 : Number(last) + 1
}
