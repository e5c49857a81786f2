import type { Kysely } from 'kysely'
import { recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

interface Decision {
  eventId: string
  registrationId: string
  /** `rule`: as the rule says, after all. */
  decision: 'given' | 'kept' | 'rule'
  reason: string
  accountId: string
  now: Instant
}

/** Decides about one person otherwise than the rule, for a reason. Refused: `gone`, `busy`. */
export async function decideException(
  db: Kysely<Database>,
  { eventId, registrationId, decision, reason, accountId, now }: Decision,
): Promise<Result<null, 'gone' | 'busy'>> {
  return await transact(db, async (db) => {
    const seat = await db
      .selectFrom('registrations')
      .select('id')
      .where('id', '=', registrationId)
      .where('eventId', '=', eventId)
      .executeTakeFirst()
    if (!seat) throw new Refused({ code: 'gone' as const })
    await db.deleteFrom('certificateExceptions').where('registrationId', '=', registrationId).execute()
    if (decision !== 'rule') {
      await db
        .insertInto('certificateExceptions')
        .values({ registrationId, eventId, decision, reason, decidedBy: accountId, decidedAt: now })
        .execute()
    }
    await recordAudit(db, now, [
      {
        actor: { kind: 'account', id: accountId },
        action: 'certificate.decided',
        objectKind: 'registration',
        objectId: registrationId,
        eventId,
        after: { decision },
      },
    ])
    return null
  })
}
