import { addMinutes, type Instant } from '#app/values/moment.ts'
import type { RefereesTable } from '#db/schema.ts'

const DAY = 24 * 60

/** Whether somebody who was asked may be written to again: a day after the last mail, and while letters are taken. */
export function mayRemind(
  referee: Pick<RefereesTable, 'state' | 'askedAt' | 'remindedAt'> & { untilAt: Instant | null },
  now: Instant,
): boolean {
  const last = referee.remindedAt ?? referee.askedAt
  if (referee.state !== 'asked' || last === null) return false
  return addMinutes(last, DAY) <= now && (referee.untilAt === null || now < referee.untilAt)
}
