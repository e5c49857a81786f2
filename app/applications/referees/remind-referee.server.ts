import type { Kysely } from 'kysely'
import { lettersUntil } from './letters-until.ts'
import { mayRemind } from './may-remind.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { enqueueMessages } from '#app/mail/enqueue.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

interface RemindReferee {
  /** The application whose referee it must be. */
  applicationId: string
  refereeId: string
  now: Instant
  actor: Actor
}

/** Asks somebody again for their letter, at most once a day. */
export async function remindReferee(
  db: Kysely<Database>,
  { applicationId, refereeId, now, actor }: RemindReferee,
): Promise<Result<void, 'reminded-already' | 'busy'>> {
  return await transact<void, 'reminded-already'>(db, async (db) => {
    const referee = await db
      .selectFrom('referees')
      .innerJoin('applications', 'applications.id', 'referees.applicationId')
      .innerJoin('calls', 'calls.id', 'applications.callId')
      .select(['referees.state', 'referees.askedAt', 'referees.remindedAt', 'referees.updatedAt'])
      .select(['referees.fullName', 'referees.email', 'referees.language'])
      .select(['applications.eventId', 'applications.state as application', 'calls.refereesUntilAt', 'calls.closesAt'])
      .where('referees.id', '=', refereeId)
      .where('applications.id', '=', applicationId)
      .executeTakeFirst()
    const isDue =
      referee !== undefined &&
      referee.application !== 'withdrawn' &&
      mayRemind({ ...referee, untilAt: lettersUntil(referee) }, now)
    const { numUpdatedRows } = isDue
      ? await db
          .updateTable('referees')
          .set({ remindedAt: now, updatedAt: now })
          .where('id', '=', refereeId)
          .where('state', '=', 'asked')
          .where((eb) => eb(eb.fn.coalesce('remindedAt', 'askedAt'), '=', (referee.remindedAt ?? referee.askedAt)!))
          .executeTakeFirst()
      : { numUpdatedRows: 0n }
    if (!isDue || numUpdatedRows !== 1n) throw new Refused({ code: 'reminded-already' as const })
    const { fullName, email, language, eventId } = referee
    const message = {
      template: 'referee-reminder' as const,
      subjectId: refereeId,
      recipient: { email, name: fullName },
    }
    await enqueueMessages(db, [{ ...message, language, occasion: now, eventId }], now)
    const entry = { actor, action: 'referee.reminded', objectKind: 'referee', objectId: refereeId, eventId }
    await recordAudit(db, now, [{ ...entry, after: { applicationId } }])
  })
}
