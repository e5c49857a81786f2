import { type Kysely, sql } from 'kysely'
import { addDays } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

const COLUMNS = [
  'events.id',
  'events.slug',
  'events.seriesId',
  'events.status',
  'events.format',
  'events.city',
  'events.language',
  'events.firstOn',
  'events.lastOn',
  'events.startsAt',
  'events.endsAt',
  'events.zone',
  'events.previousId',
] as const

/** An edition: as near to its next one it would be another event of the same year. */
const DAYS_BETWEEN_EDITIONS = 180

/** What figures need to know of an event. */
export async function figureEvent(db: Kysely<Database>, eventId: string) {
  return await db.selectFrom('events').select(COLUMNS).where('events.id', '=', eventId).executeTakeFirstOrThrow()
}

export type FigureEvent = Awaited<ReturnType<typeof figureEvent>>

/**
 * The edition that an event is compared with: the one it was made from, or else the latest of its series at least half a
 * year before it. Only one for which somebody registered here: of the others there is nothing to compare.
 */
export async function earlierEdition(db: Kysely<Database>, event: FigureEvent): Promise<FigureEvent | undefined> {
  return await db
    .selectFrom('events')
    .select(COLUMNS)
    .where('events.id', '!=', event.id)
    .where(({ or, and, eb }) =>
      or([
        eb('events.id', '=', event.previousId ?? ''),
        and([
          eb('events.seriesId', '=', event.seriesId),
          eb('events.status', '!=', 'draft'),
          eb('events.firstOn', '<=', addDays(event.firstOn, -DAYS_BETWEEN_EDITIONS)),
        ]),
      ]),
    )
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('registrations')
          .select('registrations.id')
          .whereRef('registrations.eventId', '=', 'events.id')
          .where('registrations.state', '=', 'confirmed'),
      ),
    )
    .orderBy(sql`case when events.id = ${event.previousId ?? ''} then 0 else 1 end`)
    .orderBy('events.firstOn', 'desc')
    .orderBy('events.id')
    .limit(1)
    .executeTakeFirst()
}

/** Whether people come to a place or to a screen, where only one of them is counted. */
export function mainAttendance({ format }: Pick<FigureEvent, 'format'>): 'onsite' | 'online' {
  return format === 'online' ? 'online' : 'onsite'
}
