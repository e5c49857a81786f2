import type { Kysely } from 'kysely'
import { saveCallText } from './call-texts.server.ts'
import { changeCall, type CallChange, type CallRow } from './change-call.server.ts'
import type { ChoiceForm } from './choice-form.ts'
import { seenChoice } from './list-choices.server.ts'
import { nextPartPosition } from './move-call-part.server.ts'
import { flag } from '#app/values/flag.ts'
import { newId } from '#app/values/id.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

export type ChoiceRefusal =
  | 'code-taken'
  | 'unknown-track'
  | 'unknown-event'
  | 'unknown-ticket'
  | 'choice-applied'
  | 'stale'

type Save = CallChange & {
  /** Null for a new one. */
  choiceId: string | null
  form: ChoiceForm
  /** Events that may be a site beside the call's own: those that this organizer runs. */
  siteIds: string[]
}

/** Adds something that may be applied for, or changes it. What somebody wishes for stays the same track and event. */
export async function saveChoice(
  db: Kysely<Database>,
  { choiceId, form, siteIds, ...change }: Save,
): Promise<Result<{ id: string }, ChoiceRefusal | 'gone' | 'busy'>> {
  return await changeCall<{ id: string }, ChoiceRefusal | 'gone'>(db, change, async (db, call) => {
    const place = await placeOf(db, call, form, siteIds)
    const others = await db.selectFrom('callChoices').selectAll().where('callId', '=', call.id).execute()
    const known = others.find(({ id }) => id === choiceId)
    if (choiceId !== null && !known) throw new Refused({ code: 'gone' as const })
    if (others.some(({ id, code }) => id !== choiceId && code === form.code))
      throw new Refused({ code: 'code-taken' as const, field: 'code' })
    const columns = {
      code: form.code,
      ...place,
      language: form.taughtIn ?? null,
      ticketTypeId: form.ticketTypeId ?? null,
      seats: form.seats ?? null,
      isClosed: flag(form.isClosed),
    }
    const id = choiceId ?? newId(change.now)
    if (known) {
      await refuseUnseen(db, known, form)
      const isElsewhere = known.eventId !== place.eventId || known.trackId !== place.trackId
      if (isElsewhere && (await isWished(db, id)))
        throw new Refused({ code: 'choice-applied' as const, field: 'place' })
      await db.updateTable('callChoices').set(columns).where('id', '=', id).execute()
    } else {
      const position = nextPartPosition(others)
      await db
        .insertInto('callChoices')
        .values({ id, callId: call.id, position, ...columns })
        .execute()
    }
    const { textLanguage: language, name, description } = form
    await saveCallText(db, 'callChoiceTexts', { choiceId: id, language, name, description })
    return {
      value: { id },
      done: {
        action: known ? 'call-choice.changed' : 'call-choice.added',
        objectKind: 'call-choice',
        objectId: id,
        before: known && { ...known },
        after: { ...columns, name, textLanguage: language },
      },
    }
  })
}

/** Whether anybody wishes for it, at whatever place. */
export async function isWished(db: Kysely<Database>, choiceId: string): Promise<boolean> {
  const wish = await db
    .selectFrom('applicationChoices')
    .select('choiceId')
    .where('choiceId', '=', choiceId)
    .limit(1)
    .executeTakeFirst()
  return wish !== undefined
}

async function placeOf(db: Kysely<Database>, call: CallRow, { place, ticketTypeId }: ChoiceForm, siteIds: string[]) {
  const eventId = place.kind === 'track' ? call.eventId : place.id
  if (eventId !== call.eventId && !siteIds.includes(eventId))
    throw new Refused({ code: 'unknown-event' as const, field: 'place' })
  if (place.kind === 'track') {
    const tracks = await db.selectFrom('tracks').select('id').where('eventId', '=', eventId).execute()
    if (!tracks.some(({ id }) => id === place.id)) throw new Refused({ code: 'unknown-track' as const, field: 'place' })
  }
  if (ticketTypeId) {
    const tickets = await db.selectFrom('ticketTypes').select('id').where('eventId', '=', eventId).execute()
    if (!tickets.some(({ id }) => id === ticketTypeId))
      throw new Refused({ code: 'unknown-ticket' as const, field: 'ticketTypeId' })
  }
  return { eventId, trackId: place.kind === 'track' ? place.id : null }
}

async function refuseUnseen(
  db: Kysely<Database>,
  known: Parameters<typeof seenChoice>[0] & { id: string },
  form: ChoiceForm,
): Promise<void> {
  const text = await db
    .selectFrom('callChoiceTexts')
    .select(['language', 'name', 'description'])
    .where('choiceId', '=', known.id)
    .where('language', '=', form.textLanguage)
    .executeTakeFirst()
  if (seenChoice(known, text) !== form.seen) throw new Refused({ code: 'stale' as const })
}
