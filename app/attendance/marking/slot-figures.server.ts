import { type Kysely, sql } from 'kysely'
import { TRACK_OR_NONE } from '#app/registrations/track-of.server.ts'
import type { AttendanceState, Database } from '#db/schema.ts'

/** How many of a track stand how in a slot. */
export interface SlotFigure {
  slot: string
  trackId: string
  state: AttendanceState
  count: number
}

/** The states of the participants counted by slot and track; one query. */
export async function slotFigures(
  db: Kysely<Database>,
  { eventId, trackIds }: { eventId: string; trackIds: string[] | 'all' },
): Promise<SlotFigure[]> {
  const rows = await db
    .selectFrom('attendanceStates')
    .innerJoin('registrations', 'registrations.id', 'attendanceStates.registrationId')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .select([
      'attendanceStates.slot',
      'attendanceStates.state',
      TRACK_OR_NONE.as('trackId'),
      sql<number>`count(*)`.as('count'),
    ])
    .where('attendanceStates.eventId', '=', eventId)
    .where('attendanceStates.state', '<>', 'none')
    .where('registrations.state', '=', 'confirmed')
    .$if(trackIds !== 'all', (query) => query.where(TRACK_OR_NONE, 'in', [...(trackIds as string[]), '-']))
    .groupBy(['attendanceStates.slot', 'attendanceStates.state', TRACK_OR_NONE])
    .execute()
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}
