import type { Kysely } from 'kysely'
import { lettersUntil } from './letters-until.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { enqueueMessages } from '#app/mail/enqueue.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

interface AskReferees {
  applicationId: string
  now: Instant
  actor: Actor
}

/**
 * Writes to those whom an application names and who were not asked yet: on submission, or before when the applicant
 * asks for it. Nobody is asked for a letter that could not be taken any more. Says how many were written to.
 */
export async function askReferees(
  db: Kysely<Database>,
  { applicationId, now, actor }: AskReferees,
): Promise<Result<{ asked: number }, 'busy'>> {
  return await transact(db, async (db) => {
    const application = await db
      .selectFrom('applications')
      .innerJoin('calls', 'calls.id', 'applications.callId')
      .select(['applications.eventId', 'applications.state', 'calls.refereesUntilAt', 'calls.closesAt'])
      .where('applications.id', '=', applicationId)
      .executeTakeFirstOrThrow()
    const until = lettersUntil(application)
    if (application.state === 'withdrawn' || (until !== null && now >= until)) return { asked: 0 }
    const named = await db
      .selectFrom('referees')
      .select(['id', 'fullName', 'email', 'language', 'keyVersion'])
      .where('applicationId', '=', applicationId)
      .where('state', '=', 'named')
      .execute()
    const asked: typeof named = []
    for (const referee of named) {
      const { numUpdatedRows } = await db
        .updateTable('referees')
        .set({ state: 'asked', askedAt: now, remindedAt: null, updatedAt: now })
        .where('id', '=', referee.id)
        .where('state', '=', 'named')
        .executeTakeFirst()
      if (numUpdatedRows === 1n) asked.push(referee)
    }
    const { eventId } = application
    await enqueueMessages(
      db,
      asked.map(({ id, fullName, email, language }) => ({
        template: 'referee-asked',
        subjectId: id,
        recipient: { email, name: fullName },
        language,
        occasion: now,
        eventId,
      })),
      now,
    )
    await recordAudit(
      db,
      now,
      asked.map(({ id }) => ({
        actor,
        action: 'referee.asked',
        objectKind: 'referee',
        objectId: id,
        eventId,
        before: { state: 'named' },
        after: { state: 'asked', applicationId },
      })),
    )
    return { asked: asked.length }
  })
}
