import { type Kysely, sql } from 'kysely'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { sessionBounds } from '#app/events/event-bounds.ts'
import { addDays, daysBetween, type Instant, type PartialDay } from '#app/values/moment.ts'
import { localEpoch, readWall } from '#app/values/zones/wall-moments.ts'
import { flag } from '#app/values/flag.ts'
import type { Database } from '#db/schema.ts'

/** So many sessions are written by one statement. */
const AT_ONCE = 500

type Days = { startsOn: PartialDay; zone: string }

export interface MoveProgramme {
  eventId: string
  before: Days
  after: Days
  /** Whether sessions keep their place in the event; if not, they stay on their days. */
  isAlong: boolean
  now: Instant
  actor: Actor
}

/**
 * After an event got another first day or zone: its sessions move by as many days, and their hours are those of the new
 * zone's clocks. To be called in the transaction of that change, before `eventChanged`; sessions of one hour are one
 * statement.
 * @returns how many sessions moved.
 */
export async function moveProgramme(
  db: Kysely<Database>,
  { eventId, before, after, isAlong, now, actor }: MoveProgramme,
): Promise<number> {
  const days = isAlong ? daysApart(before.startsOn, after.startsOn) : 0
  if (days === 0 && before.zone === after.zone) return 0
  const sessions = await db
    .selectFrom('sessions')
    .select(['id', 'heldOn', 'startsTime', 'endsTime', 'startsLater', 'endsLater'])
    .where('eventId', '=', eventId)
    .execute()
  const hours = Map.groupBy(sessions, ({ id: _, ...hour }) => JSON.stringify(hour))
  for (const together of hours.values()) {
    const moved = movedTo({ ...together[0]!, heldOn: addDays(together[0]!.heldOn, days) }, after.zone)
    for (let from = 0; from < together.length; from += AT_ONCE)
      await db
        .updateTable('sessions')
        .set({ ...moved, version: sql`version + 1`, updatedAt: now })
        .where(
          'id',
          'in',
          together.slice(from, from + AT_ONCE).map(({ id }) => id),
        )
        .execute()
  }
  if (sessions.length > 0)
    await recordAudit(db, now, [
      {
        actor,
        action: 'programme.moved',
        objectKind: 'event',
        objectId: eventId,
        eventId,
        before: daysOf(before),
        after: { ...daysOf(after), days, sessions: sessions.length },
      },
    ])
  return sessions.length
}

type Hour = Parameters<typeof sessionBounds>[0]

/** An hour that was there twice on the old day is the only one on the new day, unless that has two as well. */
function movedTo(hour: Hour, zone: string) {
  const isTwice = (time: string) => readWall(localEpoch(hour.heldOn, time), zone).moments.length > 1
  const moved = {
    heldOn: hour.heldOn,
    startsLater: flag(hour.startsLater === 1 && isTwice(hour.startsTime)),
    endsLater: flag(hour.endsLater === 1 && isTwice(hour.endsTime)),
  }
  return { ...moved, ...sessionBounds({ ...hour, ...moved }, zone) }
}

/** What the log says: of more than this, callers hand in. */
function daysOf({ startsOn, zone }: Days): Days {
  return { startsOn, zone }
}

/** Of days that are known to the day; a year or a month moves nothing. */
function daysApart(from: PartialDay, to: PartialDay): number {
  return from.length === 10 && to.length === 10 ? daysBetween(from, to) : 0
}
