import type { Kysely } from 'kysely'
import { lettersUntil } from './letters-until.ts'
import { mayRemind } from './may-remind.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** Whom an application names for letters, as its applicant may know it: who was asked, and what came; no word of it. */
export async function listReferees(
  db: Kysely<Database>,
  { applicationId, now }: { applicationId: string; now: Instant },
) {
  const rows = await db
    .selectFrom('referees')
    .innerJoin('applications', 'applications.id', 'referees.applicationId')
    .innerJoin('calls', 'calls.id', 'applications.callId')
    .select(['referees.id', 'referees.kind', 'referees.fullName', 'referees.email', 'referees.language'])
    .select(['referees.state', 'referees.askedAt', 'referees.remindedAt', 'referees.answeredAt'])
    .select(['calls.refereesUntilAt', 'calls.closesAt'])
    .where('referees.applicationId', '=', applicationId)
    .orderBy('referees.kind', 'desc')
    .orderBy('referees.id')
    .execute()
  return rows.map(({ refereesUntilAt, closesAt, ...referee }) => {
    const untilAt = lettersUntil({ refereesUntilAt, closesAt })
    return { ...referee, untilAt, mayBeReminded: mayRemind({ ...referee, untilAt }, now) }
  })
}

export type ListedReferee = Awaited<ReturnType<typeof listReferees>>[number]
