import type { Kysely } from 'kysely'
import { eventChanged } from './event-changed.server.ts'
import type { EventPersonForm } from './event-person-form.ts'
import { seenPerson } from './seen-person.ts'
import { lockEvent } from './lock-event.server.ts'
import { nextPosition } from './next-position.server.ts'
import { refuseForeignTrack } from './refuse-foreign-track.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface SaveEventPerson {
  eventId: string
  /** Null for somebody new, who goes to the end of the list. */
  personId: string | null
  form: EventPersonForm
  now: Instant
  actor: Actor
}

/** Names somebody on the public page of an event, or changes how; `stale` when somebody else did since the form was opened. */
export async function saveEventPerson(
  db: Kysely<Database>,
  { eventId, personId, form, now, actor }: SaveEventPerson,
): Promise<Result<{ id: string }, 'unknown-track' | 'gone' | 'stale' | 'busy'>> {
  return await transact<{ id: string }, 'unknown-track' | 'gone' | 'stale'>(db, async (db) => {
    await lockEvent(db, eventId)
    await refuseForeignTrack(db, eventId, form.trackId)
    const columns = {
      role: form.role,
      trackId: form.trackId ?? null,
      fullName: form.fullName,
      latinName: form.latinName || null,
      affiliation: form.affiliation || null,
      country: form.country ?? null,
    }
    const id = personId ?? newId(now)
    if (personId === null) {
      const position = await nextPosition(db, 'eventPeople', eventId)
      await db
        .insertInto('eventPeople')
        .values({ id, eventId, position, ...columns })
        .execute()
    } else {
      const known = await db
        .selectFrom('eventPeople')
        .select(['fullName', 'latinName', 'role', 'trackId', 'affiliation', 'country'])
        .where('id', '=', personId)
        .where('eventId', '=', eventId)
        .executeTakeFirst()
      if (!known) throw new Refused({ code: 'gone' as const })
      if (form.seen !== seenPerson(known)) throw new Refused({ code: 'stale' as const })
      await db.updateTable('eventPeople').set(columns).where('id', '=', personId).execute()
    }
    await recordAudit(db, now, [
      {
        actor,
        action: personId === null ? 'event-person.added' : 'event-person.changed',
        objectKind: 'event-person',
        objectId: id,
        eventId,
        after: { role: columns.role, trackId: columns.trackId },
      },
    ])
    await eventChanged(db, eventId, now)
    return { id }
  })
}
