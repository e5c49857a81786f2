import type { Kysely } from 'kysely'
import { holdApplication, type HoldRefusal } from './hold-application.server.ts'
import { writeFacts } from './write-facts.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { askReferees } from '#app/applications/referees/ask-referees.server.ts'
import { readCall } from '#app/applications/calls/read-call.server.ts'
import { tellApplicant } from './tell-applicant.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { accept, type Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

export interface Submitted {
  number: number
  /** False when it had been sent before. */
  isNew: boolean
}

/**
 * The only way by which an application becomes submitted, once, from however many devices: it gets its number, its
 * columns are brought in step with its answers, it is judged, and its applicant gets a receipt. What is missing does
 * not stop it: the receipt says so, and it can be added until the deadline. An organizer (`isOnBehalf`) may be late.
 */
export async function submitApplication(
  db: Kysely<Database>,
  {
    applicationId,
    now,
    actor,
    isOnBehalf = false,
  }: { applicationId: string; now: Instant; actor: Actor; isOnBehalf?: boolean },
): Promise<Result<Submitted, HoldRefusal | 'busy'>> {
  // What the call asks is read before: only the application and its number are anybody's race.
  const { callId, language, state, number } = await db
    .selectFrom('applications')
    .select(['callId', 'language', 'state', 'number'])
    .where('id', '=', applicationId)
    .executeTakeFirstOrThrow()
  if (state === 'submitted') return accept({ number: number ?? 0, isNew: false })
  const call = await readCall(db, { callId, language })
  if (!call) throw new Error('an application without its call')
  return await transact<Submitted, HoldRefusal>(db, async (db) => {
    const held = await holdApplication(db, { applicationId, waives: isOnBehalf, now })
    if (held.state === 'submitted') return { number: await numberOf(db, applicationId), isNew: false }
    // The call's row first: a new state touches the index behind its foreign key, which shares that row, and two who
    // share it can no longer both change it.
    const number = await nextNumber(db, callId)
    await db
      .updateTable('applications')
      .set({ state: 'submitted', submittedAt: now, number })
      .where('id', '=', applicationId)
      .execute()
    const { facts, missing } = await writeFacts(db, { call, applicationId, now })
    await recordAudit(db, now, [
      {
        actor,
        action: 'application.submitted',
        objectKind: 'application',
        objectId: applicationId,
        eventId: held.eventId,
        before: { state: 'draft' },
        after: { state: 'submitted', number, category: facts.category, missing: missing.map(({ code }) => code) },
      },
    ])
    await tellApplicant(db, { applicationId, template: 'application-received', now })
    await askReferees(db, { applicationId, now, actor })
    return { number, isNew: true }
  })
}

async function numberOf(db: Kysely<Database>, applicationId: string): Promise<number> {
  const { number } = await db
    .selectFrom('applications')
    .select('number')
    .where('id', '=', applicationId)
    .executeTakeFirstOrThrow()
  return number ?? 0
}

/** The call's next number; whoever comes at the same moment waits for it. */
async function nextNumber(db: Kysely<Database>, callId: string): Promise<number> {
  await db
    .updateTable('calls')
    .set((row) => ({ lastNumber: row('lastNumber', '+', 1) }))
    .where('id', '=', callId)
    .execute()
  const { lastNumber } = await db
    .selectFrom('calls')
    .select('lastNumber')
    .where('id', '=', callId)
    .executeTakeFirstOrThrow()
  return lastNumber
}
