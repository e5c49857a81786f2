import type { CallHead } from './call.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'

/**
 * `grace`: it has closed, and who had begun before may still send. `open` lasts up to and without `closesAt`, which an
 * organizer sets as the end of a minute: 23:59 means until 24:00.
 */
export type CallWindow = 'draft' | 'not-open' | 'open' | 'grace' | 'closed' | 'cancelled'

/** Whether a call takes applications now; `startedAt`: when this one was begun. */
export function callWindow(
  call: Pick<CallHead, 'status' | 'opensAt' | 'closesAt' | 'graceMinutes'>,
  now: Instant,
  startedAt: Instant | null = null,
): CallWindow {
  if (call.status !== 'open') return call.status
  if (call.opensAt === null || now < call.opensAt) return 'not-open'
  if (call.closesAt === null || now < call.closesAt) return 'open'
  const hadBegun = startedAt !== null && startedAt < call.closesAt
  return hadBegun && now < addMinutes(call.closesAt, call.graceMinutes) ? 'grace' : 'closed'
}
