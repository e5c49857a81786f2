import type { Kysely } from 'kysely'
import { freezeRoster } from './freeze-roster.server.ts'
import { FREEZE_DAYS, freezeDay, freezeMoment } from './roster-day.ts'
import { warnOrganizers } from './warn-organizers.server.ts'
import { addDays, addMinutes, type Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** So long before organizers are told what the list still lacks. */
const WARN_DAYS = 2

/** No zone is further from UTC than a day. */
const MARGIN_DAYS = 1

/**
 * Freezes the lists whose day has come, and tells organizers two days before what to look at. Events that are off, over
 * or without tickets are left alone, and so is one of which only the month is known, unless a day was set by hand. Again
 * without effect.
 */
export async function freezeDue(db: Kysely<Database>, { now }: { now: Instant }): Promise<{ frozen: number }> {
  const until = addDays(now.slice(0, 10), WARN_DAYS + MARGIN_DAYS)
  const open = await db
    .selectFrom('events')
    .leftJoin('rosters', 'rosters.eventId', 'events.id')
    .select(['events.id', 'events.seriesId', 'events.language', 'events.firstOn', 'events.zone', 'rosters.freezeOn'])
    .where('events.status', '=', 'published')
    .where('events.postponedAt', 'is', null)
    .where('events.isTemplate', '=', 0)
    .where('events.endsAt', '>', now)
    .where('rosters.frozenAt', 'is', null)
    .where(({ or, and, eb }) =>
      or([
        and([eb('events.firstOn', '<=', addDays(until, FREEZE_DAYS)), eb('events.startsOn', 'like', '____-__-__')]),
        and([eb('rosters.freezeOn', '<>', ''), eb('rosters.freezeOn', '<=', until)]),
      ]),
    )
    .where('events.id', 'in', (query) => query.selectFrom('ticketTypes').select('ticketTypes.eventId'))
    .execute()
  let frozen = 0
  for (const event of open) {
    const at = freezeMoment(event)
    if (at <= now) {
      const done = await freezeRoster(db, { eventId: event.id, now, actor: { kind: 'system' } })
      if (done.ok) frozen++
    } else if (addMinutes(at, -WARN_DAYS * 24 * 60) <= now)
      await warnOrganizers(db, { event, freezeOn: freezeDay(event), now })
  }
  return { frozen }
}
