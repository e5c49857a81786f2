import type { Kysely } from 'kysely'
import { openReference, type ReferenceRefusal } from './open-reference.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { enqueueMessages } from '#app/mail/enqueue.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Somebody cannot write the letter: the applicant is told, and may name another. Whoever declines again has declined. */
export async function declineReference(
  db: Kysely<Database>,
  { refereeId, now }: { refereeId: string; now: Instant },
): Promise<Result<void, ReferenceRefusal | 'busy'>> {
  return await transact<void, ReferenceRefusal>(db, async (db) => {
    const referee = await openReference(db, { refereeId, now })
    if (referee.state === 'declined') return
    const { numUpdatedRows } = await db
      .updateTable('referees')
      .set({ state: 'declined', updatedAt: now })
      .where('id', '=', refereeId)
      .where('state', '=', 'asked')
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw new Refused({ code: 'reference-over' as const })
    const { eventId, applicationId } = referee
    const applicant = await db
      .selectFrom('applications')
      .innerJoin('people', 'people.id', 'applications.personId')
      .select(['applications.language', 'people.fullName', 'people.email'])
      .where('applications.id', '=', applicationId)
      .executeTakeFirstOrThrow()
    if (applicant.email !== null) {
      const recipient = { email: applicant.email, name: applicant.fullName }
      const message = { template: 'referee-declined' as const, subjectId: refereeId, recipient }
      await enqueueMessages(db, [{ ...message, language: applicant.language, occasion: now, eventId }], now)
    }
    const entry = { actor: { kind: 'visitor' as const }, action: 'referee.declined', objectKind: 'referee' }
    const states = { before: { state: 'asked' }, after: { state: 'declined', applicationId } }
    await recordAudit(db, now, [{ ...entry, objectId: refereeId, eventId, ...states }])
  })
}
