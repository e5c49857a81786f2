import type { Kysely } from 'kysely'
import { newerMark } from '../newer-mark.server.ts'
import { recordMarks } from '../record-marks.server.ts'
import type { EventPlace } from '#app/people/rights.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

interface TakeBack {
  event: EventPlace
  registrationId: string
  slot: string
  desk: string
  accountId: string
  now: Instant
}

/** Somebody was checked in by mistake: as if nobody had marked them, with the mark and its taking back on record. */
export async function takeBack(
  db: Kysely<Database>,
  { event, registrationId, slot, desk, accountId, now }: TakeBack,
): Promise<boolean> {
  const before = await db
    .selectFrom('attendanceStates')
    .select(['at', 'markId'])
    .where('registrationId', '=', registrationId)
    .where('slot', '=', slot)
    .where('eventId', '=', event.id)
    .where('state', '<>', 'none')
    .executeTakeFirst()
  if (!before) return false
  const { id, at } = newerMark(before, now)
  const marks = [{ id, registrationId, slot, state: 'none' as const, at }]
  const done = await recordMarks(db, { event, marks, accountId, trackIds: 'all', source: 'desk', desk, now: at })
  return done.ok && done.value[0]!.is === 'stored'
}
