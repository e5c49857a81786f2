import type { ExpressionBuilder } from 'kysely'
import type { Reach } from '#app/people/rights.ts'
import type { Database } from '#db/schema.ts'

/** Whether an event lies in one of these series, or is one of these events. */
export function withinReach({ or, eb }: ExpressionBuilder<Database, 'events'>, reach: Exclude<Reach, 'all'>) {
  return or([eb('events.seriesId', 'in', [...reach.seriesIds, '']), eb('events.id', 'in', [...reach.eventIds, ''])])
}
