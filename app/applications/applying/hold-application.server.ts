import type { Kysely } from 'kysely'
import { callWindow } from '#app/applications/calls/call-window.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

export type HoldRefusal = 'application-over' | 'call-shut'

/**
 * Takes an application for a change by its applicant: one change at a time, and only while its call takes them.
 * `waives`: an organizer does it, for whom it is never too late. Part of a transaction.
 */
export async function holdApplication(
  db: Kysely<Database>,
  { applicationId, waives = false, now }: { applicationId: string; waives?: boolean; now: Instant },
) {
  const { numUpdatedRows } = await db
    .updateTable('applications')
    .set((row) => ({ version: row('version', '+', 1), savedAt: now, updatedAt: now }))
    .where('id', '=', applicationId)
    .where('state', 'in', ['draft', 'submitted'])
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refused<HoldRefusal>({ code: 'application-over' })
  const held = await db
    .selectFrom('applications')
    .innerJoin('calls', 'calls.id', 'applications.callId')
    .select(['applications.id', 'applications.state', 'applications.callId', 'applications.eventId'])
    .select(['applications.startedAt', 'applications.teamId', 'calls.status', 'calls.opensAt', 'calls.closesAt'])
    .select(['calls.graceMinutes', 'applications.language', 'applications.personId'])
    .where('applications.id', '=', applicationId)
    .executeTakeFirstOrThrow()
  const window = callWindow(held, now, held.startedAt)
  if (!waives && window !== 'open' && window !== 'grace') throw new Refused<HoldRefusal>({ code: 'call-shut' })
  return held
}
