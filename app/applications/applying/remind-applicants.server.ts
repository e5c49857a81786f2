import type { Kysely } from 'kysely'
import { tellApplicant } from './tell-applicant.server.ts'
import { writeFacts } from './write-facts.server.ts'
import type { Call } from '#app/applications/calls/call.ts'
import { readCall } from '#app/applications/calls/read-call.server.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** How long before the deadline. */
const BEFORE_MINUTES = 72 * 60

/** Whoever saved something just now needs no reminder yet. */
const QUIET_MINUTES = 60

const AT_ONCE = 100

/**
 * Reminds of the deadline who has a draft, and who sent something that is not complete: each once, 72 hours before,
 * and never after it.
 */
export async function remindApplicants(
  db: Kysely<Database>,
  { now }: { now: Instant },
): Promise<{ reminded: number; isMore: boolean }> {
  const due = await db
    .selectFrom('applications')
    .innerJoin('calls', 'calls.id', 'applications.callId')
    .innerJoin('events', 'events.id', 'applications.eventId')
    .select(['applications.id', 'applications.callId', 'applications.language'])
    .where('calls.status', '=', 'open')
    .where('calls.closesAt', '>', now)
    .where('calls.closesAt', '<=', addMinutes(now, BEFORE_MINUTES))
    .where('events.status', '=', 'published')
    .where('applications.remindedAt', 'is', null)
    .where('applications.savedAt', '<=', addMinutes(now, -QUIET_MINUTES))
    .where((row) =>
      row.or([
        row('applications.state', '=', 'draft'),
        row.and([row('applications.state', '=', 'submitted'), row('applications.missing', '<>', '[]')]),
      ]),
    )
    .limit(AT_ONCE)
    .execute()
  // The form may have changed since: what is missing is told as it is now.
  const calls = new Map<string, Call | null>()
  for (const { callId, language } of due)
    if (!calls.has(callId)) calls.set(callId, await readCall(db, { callId, language }))
  const done = await transact(db, async (db) => {
    let reminded = 0
    for (const { id, callId } of due) {
      const { numUpdatedRows } = await db
        .updateTable('applications')
        .set({ remindedAt: now })
        .where('id', '=', id)
        .where('remindedAt', 'is', null)
        .where('state', '<>', 'withdrawn')
        .executeTakeFirst()
      if (numUpdatedRows === 0n) continue
      const call = calls.get(callId)
      if (call) await writeFacts(db, { call, applicationId: id, now })
      if (await tellApplicant(db, { applicationId: id, template: 'application-reminder', now })) reminded++
    }
    return reminded
  })
  return { reminded: done.ok ? done.value : 0, isMore: done.ok && due.length === AT_ONCE }
}
