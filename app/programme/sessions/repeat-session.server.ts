import type { Insertable, Kysely } from 'kysely'
import { findSession } from './find-session.server.ts'
import { writePeople } from './write-people.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { sessionBounds } from '#app/events/event-bounds.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import { lockEvent } from '#app/events/lock-event.server.ts'
import { wallTimeOf } from '#app/events/wall-time.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database, SessionsTable } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export type RepeatRefusal = 'gone' | 'no-day' | 'clocks-change'

/**
 * The same session again on other days of its event, with its hours, people and rules, without its code, its materials
 * and those who signed up. On a day whose clocks are put forward or back over its hours nothing is guessed: refused.
 */
export async function repeatSession(
  db: Kysely<Database>,
  input: { eventId: string; sessionId: string; days: string[]; now: Instant; actor: Actor },
): Promise<Result<{ ids: string[] }, RepeatRefusal | 'busy'>> {
  const { eventId, sessionId, days, now, actor } = input
  return await transact<{ ids: string[] }, RepeatRefusal>(db, async (db) => {
    await lockEvent(db, eventId)
    const found = await findSession(db, { eventId, sessionId })
    if (!found) throw new Refused({ code: 'gone' as const })
    if (days.length === 0) throw new Refused({ code: 'no-day' as const, field: 'days' })
    const { zone } = await db.selectFrom('events').select('zone').where('id', '=', eventId).executeTakeFirstOrThrow()
    const { id: _id, calendarDigest: _digest, calendarAt: _at, importUid: _uid, ...session } = found.session
    const copies = days.map((heldOn): Insertable<SessionsTable> => {
      for (const time of [session.startsTime, session.endsTime])
        if (wallTimeOf(heldOn, time, zone).is !== 'plain')
          throw new Refused({ code: 'clocks-change' as const, field: 'days', details: { day: heldOn, time, zone } })
      const when = { heldOn, startsTime: session.startsTime, endsTime: session.endsTime }
      const own = { id: newId(now), code: null, sequence: 0, version: 0, signedUp: 0, updatedAt: now }
      return { ...session, ...when, startsLater: 0, endsLater: 0, ...sessionBounds(when, zone), ...own }
    })
    await db.insertInto('sessions').values(copies).execute()
    const ids = copies.map(({ id }) => id)
    await writePeople(db, { sessionIds: ids, people: found.people, now })
    await recordAudit(
      db,
      now,
      copies.map(({ id, heldOn }) => ({
        actor,
        action: 'session.added',
        objectKind: 'session',
        objectId: id,
        eventId,
        after: { title: session.title, heldOn, repeats: sessionId },
      })),
    )
    await eventChanged(db, eventId, now)
    return { ids }
  })
}
