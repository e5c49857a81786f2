import type { Kysely } from 'kysely'
import { newerMark } from '../newer-mark.server.ts'
import { recordMarks } from '../record-marks.server.ts'
import type { EventPlace } from '#app/people/rights.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

interface Undo {
  event: EventPlace
  slot: string
  /** When they were saved. */
  at: Instant
  accountId: string
  trackIds: string[] | 'all'
  now: Instant
}

/**
 * Takes back what somebody saved in one go: everybody stands again as before, except whom a newer mark speaks of. Says of
 * how many that is so.
 */
export async function undoMarks(
  db: Kysely<Database>,
  { event, slot, at, accountId, trackIds, now }: Undo,
): Promise<Result<number, 'busy'>> {
  const mine = await db
    .selectFrom('attendanceStates')
    .innerJoin('attendanceMarks', 'attendanceMarks.id', 'attendanceStates.markId')
    .select(['attendanceStates.registrationId', 'attendanceStates.at', 'attendanceStates.markId'])
    .where('attendanceStates.eventId', '=', event.id)
    .where('attendanceStates.slot', '=', slot)
    .where('attendanceMarks.accountId', '=', accountId)
    .where('attendanceMarks.receivedAt', '=', at)
    .where('attendanceMarks.source', '=', 'list')
    .execute()
  if (mine.length === 0) return { ok: true, value: 0 }
  const before = await statesBefore(db, { slot, ids: mine.map(({ registrationId }) => registrationId), at })
  const marks = mine.map((one) => ({
    ...newerMark(one, now),
    registrationId: one.registrationId,
    slot,
    state: before.get(one.registrationId) ?? 'none',
  }))
  const latest = marks
    .map((mark) => mark.at)
    .toSorted()
    .at(-1)!
  const done = await recordMarks(db, { event, marks, accountId, trackIds, source: 'list', now: latest })
  return done.ok ? { ok: true, value: done.value.filter(({ is }) => is === 'stored').length } : done
}

async function statesBefore(db: Kysely<Database>, { slot, ids, at }: { slot: string; ids: string[]; at: Instant }) {
  const rows = await db
    .selectFrom('attendanceMarks')
    .select(['registrationId', 'state'])
    .where('registrationId', 'in', ids)
    .where('slot', '=', slot)
    .where('receivedAt', '<', at)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return new Map(rows.map(({ registrationId, state }) => [registrationId, state]))
}
