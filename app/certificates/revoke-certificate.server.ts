import type { Kysely } from 'kysely'
import { addressees } from './addressees.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { enqueueMessages } from '#app/mail/enqueue.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

/** Takes a certificate back, for a reason that everybody reads who asks for its number. Refused: `gone`, `busy`. */
export async function revokeCertificate(
  db: Kysely<Database>,
  input: { eventId: string; registrationId: string; reason: string; accountId: string; now: Instant },
): Promise<Result<{ serial: string }, 'gone' | 'busy'>> {
  const { eventId, registrationId, reason, accountId, now } = input
  return await transact(db, async (db) => {
    const row = await db
      .selectFrom('certificates')
      .select(['id', 'serial'])
      .where('activeKey', '=', registrationId)
      .where('eventId', '=', eventId)
      .executeTakeFirst()
    if (!row) throw new Refused({ code: 'gone' as const })
    const { numUpdatedRows } = await db
      .updateTable('certificates')
      .set({ state: 'revoked', activeKey: null, revokedBy: accountId, revokedAt: now, reason })
      .where('id', '=', row.id)
      .where('state', '=', 'issued')
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Refused({ code: 'gone' as const })
    await recordAudit(db, now, [
      {
        actor: { kind: 'account', id: accountId },
        action: 'certificate.revoked',
        objectKind: 'certificate',
        objectId: row.id,
        eventId,
        after: { serial: row.serial },
      },
    ])
    const recipient = (await addressees(db, [registrationId])).get(registrationId)
    if (recipient) {
      const mail = { template: 'certificate-revoked' as const, subjectId: row.id, recipient, eventId }
      await enqueueMessages(db, [{ ...mail, language: recipient.language ?? 'en' }], now)
    }
    return { serial: row.serial }
  })
}
