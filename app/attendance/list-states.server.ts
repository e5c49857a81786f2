import type { Kysely } from 'kysely'
import type { AttendanceState, Database } from '#db/schema.ts'

/** How these people stand in every slot that anybody marked them for: registration → slot → state. One query. */
export async function listStates(
  db: Kysely<Database>,
  { eventId, registrationIds }: { eventId: string; registrationIds: string[] },
): Promise<Map<string, Record<string, AttendanceState>>> {
  const states = new Map<string, Record<string, AttendanceState>>()
  if (registrationIds.length === 0) return states
  const rows = await db
    .selectFrom('attendanceStates')
    .select(['registrationId', 'slot', 'state', 'eventId'])
    // By id alone: with the event beside it SQLite reads everybody of it.
    .where('registrationId', 'in', registrationIds)
    .execute()
  for (const { registrationId, slot, state, eventId: of } of rows)
    if (of === eventId) states.set(registrationId, { ...states.get(registrationId), [slot]: state })
  return states
}
