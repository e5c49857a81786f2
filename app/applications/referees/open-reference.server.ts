import type { Kysely } from 'kysely'
import { lettersUntil } from './letters-until.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

export type ReferenceRefusal = 'reference-over' | 'reference-late'

/** Somebody who may still answer: asked, and as long as letters are taken. Inside a transaction. @throws Refused */
export async function openReference(db: Kysely<Database>, { refereeId, now }: { refereeId: string; now: Instant }) {
  const referee = await db
    .selectFrom('referees')
    .innerJoin('applications', 'applications.id', 'referees.applicationId')
    .innerJoin('calls', 'calls.id', 'applications.callId')
    .selectAll('referees')
    .select(['applications.eventId', 'applications.state as application', 'calls.status as call'])
    .select(['calls.refereesUntilAt', 'calls.closesAt'])
    .where('referees.id', '=', refereeId)
    .executeTakeFirst()
  const isOpen =
    referee !== undefined &&
    referee.application !== 'withdrawn' &&
    referee.call !== 'cancelled' &&
    ['asked', 'answered', 'declined'].includes(referee.state)
  if (!isOpen) throw new Refused({ code: 'reference-over' as const })
  const until = lettersUntil(referee)
  if (until !== null && now >= until) throw new Refused({ code: 'reference-late' as const })
  return referee
}
