import type { Kysely } from 'kysely'
import { scheduleBroadcast, type ScheduleRefusal } from '../schedule-broadcast.server.ts'
import type { Segment } from '../segment.ts'
import { isTaughtSegment } from './teaching-segment.ts'
import { countAttempt } from '#app/people/count-attempt.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { refuse, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

/** So many messages one instructor sends at one event in a day. */
const A_DAY = 5

export interface SendTeachingMessage {
  eventId: string
  broadcastId: string
  accountId: string
  segment: Segment
  /** What the writer teaches by now. */
  trackIds: string[] | 'all'
  expected: number
  version: number
  now: Instant
}

/** Sends an instructor's message off at once: not too many a day, and never to people whom they no longer teach. */
export async function sendTeachingMessage(
  db: Kysely<Database>,
  { eventId, broadcastId, accountId, segment, trackIds, expected, version, now }: SendTeachingMessage,
): Promise<Result<void, ScheduleRefusal | 'teach-mail-often' | 'teach-mail-track' | 'busy'>> {
  if (!isTaughtSegment(segment, trackIds)) return refuse({ code: 'teach-mail-track' as const })
  const bucket = `teach-mail:${eventId}:${accountId}`
  if (!(await countAttempt(db, { bucket, limit: A_DAY, windowMinutes: 24 * 60, now })))
    return refuse({ code: 'teach-mail-often' as const })
  const actor = { kind: 'account', id: accountId } as const
  return await scheduleBroadcast(db, { eventId, broadcastId, sendAt: null, expected, version, now, actor })
}
