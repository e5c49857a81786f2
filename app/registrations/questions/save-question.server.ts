import { type Kysely, sql } from 'kysely'
import { checkCondition } from './check-condition.server.ts'
import type { QuestionForm } from './question-form.ts'
import { hasOptions, parseOptions, sameOptions, withValues } from './question-options.ts'
import { type QuestionOption, valuesOf } from './question.ts'
import { nextPosition } from '#app/events/next-position.server.ts'
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

export type QuestionRefusal =
  | 'kind-answered'
  | 'unknown-ticket'
  | 'unknown-track'
  | 'condition-unknown'
  | 'condition-later'
  | 'condition-circle'
  | 'question-needed'
  | 'option-needed'
  | 'gone'

/**
 * Adds a question, or changes one, with its texts in one language. Answers are never touched: an option keeps its
 * value whatever its label becomes, a new one gets a value that nobody ever chose, and the kind of a question that was
 * answered stays. Other words or options than those that were answered are another version.
 */
export async function saveQuestion(
  db: Kysely<Database>,
  { eventId, questionId, form, now, actor }: SaveQuestion,
): Promise<Result<{ id: string }, QuestionRefusal | 'busy'>> {
  return await transact<{ id: string }, QuestionRefusal>(db, async (db) => {
    await refuseForeign(db, eventId, form)
    const known = questionId === null ? null : await knownQuestion(db, eventId, questionId)
    const answered = known === null ? [] : await answeredValues(db, known.id)
    if (known && known.kind !== form.kind && answered.length > 0)
      throw new Refused({ code: 'kind-answered' as const, field: 'kind' })
    const options = hasOptions(form.kind) ? withValues(form.options, answered) : []
    const saved = { ...form, options }
    await checkCondition(db, { eventId, questionId, form: saved })

    const id = questionId ?? newId(now)
    const columns = {
      kind: form.kind,
      isRequired: flag(form.isRequired),
      isRetired: flag(!form.isAsked),
      purpose: form.purpose,
      audience: form.audience,
      eraseOn: form.eraseOn ?? null,
      stage: form.stage,
      maximum: form.maximum,
      meaning: form.meaning ?? '',
      shownWhenQuestionId: form.shownWhen?.questionId ?? null,
      shownWhenValue: form.shownWhen?.value ?? null,
    } as const
    if (known === null) {
      const position = await nextPosition(db, 'questions', eventId)
      await db
        .insertInto('questions')
        .values({ id, eventId, position, code: `q-${id.slice(-12)}`, ...columns })
        .execute()
    } else {
      const isReworded = answered.length > 0 && (await isOtherText(db, id, saved))
      await db
        .updateTable('questions')
        .set({ ...columns, ...(isReworded ? { version: sql`version + 1` } : {}) })
        .where('id', '=', id)
        .execute()
    }
    await saveTexts(db, id, saved)
    await saveLinks(db, id, form)
    await recordAudit(db, now, [
      {
        actor,
        action: questionId === null ? 'question.added' : 'question.changed',
        objectKind: 'question',
        objectId: id,
        eventId,
        after: {
          ...columns,
          label: form.label,
          textLanguage: form.textLanguage,
          ticketTypeIds: form.ticketTypeIds,
          trackIds: form.trackIds,
        },
      },
    ])
    await eventChanged(db, eventId, now)
    return { id }
  })
}

async function refuseForeign(db: Kysely<Database>, eventId: string, form: QuestionForm): Promise<void> {
  const types = await db.selectFrom('ticketTypes').select('id').where('eventId', '=', eventId).execute()
  if (form.ticketTypeIds.some((wanted) => !types.some((type) => type.id === wanted)))
    throw new Refused({ code: 'unknown-ticket' as const, field: 'ticketTypeIds' })
  const tracks = await db.selectFrom('tracks').select('id').where('eventId', '=', eventId).execute()
  if (form.trackIds.some((wanted) => !tracks.some((track) => track.id === wanted)))
    throw new Refused({ code: 'unknown-track' as const, field: 'trackIds' })
}

async function knownQuestion(db: Kysely<Database>, eventId: string, questionId: string) {
  const known = await db
    .selectFrom('questions')
    .select(['id', 'kind'])
    .where('id', '=', questionId)
    .where('eventId', '=', eventId)
    .executeTakeFirst()
  if (!known) throw new Refused({ code: 'gone' as const })
  return known
}

/** Every value that somebody chose, or '' where it was erased; none when nobody answered. */
async function answeredValues(db: Kysely<Database>, questionId: string): Promise<string[]> {
  const [answers, counted] = await Promise.all([
    db.selectFrom('answers').select('value').distinct().where('questionId', '=', questionId).execute(),
    db.selectFrom('answerTotals').select('value').where('questionId', '=', questionId).execute(),
  ])
  const given = answers.flatMap(({ value }) => (value === '' ? [''] : valuesOf(value)))
  return [...given, ...counted.map(({ value }) => value)]
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

async function isOtherText(db: Kysely<Database>, questionId: string, form: QuestionForm): Promise<boolean> {
  const texts = await db.selectFrom('questionTexts').selectAll().where('questionId', '=', questionId).execute()
  const own = texts.find(({ language }) => language === form.textLanguage)
  const values = (options: QuestionOption[]) => options.map(({ value }) => value).join('\n')
  const isOtherChoice = texts.some(({ options }) => values(parseOptions(options)) !== values(form.options))
  if (isOtherChoice) return true
  return (
    own !== undefined &&
    (own.label !== form.label ||
      own.help !== form.help ||
      JSON.stringify(parseOptions(own.options)) !== JSON.stringify(form.options))
  )
}

async function saveLinks(db: Kysely<Database>, questionId: string, form: QuestionForm): Promise<void> {
  await db.deleteFrom('questionTicketTypes').where('questionId', '=', questionId).execute()
  const types = [...new Set(form.ticketTypeIds)].map((ticketTypeId) => ({ questionId, ticketTypeId }))
  if (types.length > 0) await db.insertInto('questionTicketTypes').values(types).execute()
  await db.deleteFrom('questionTracks').where('questionId', '=', questionId).execute()
  const tracks = [...new Set(form.trackIds)].map((trackId) => ({ questionId, trackId }))
  if (tracks.length > 0) await db.insertInto('questionTracks').values(tracks).execute()
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
