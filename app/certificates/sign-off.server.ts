import type { Kysely } from 'kysely'
import { makeName } from './write-name.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

interface SignOff {
  eventId: string
  /** Whom the instructor may sign off, and ticked. */
  registrationIds: string[]
  isOn: boolean
  accountId: string
  now: Instant
}

/** An instructor says of people that they did what the certificate says, or takes it back. Twice is once. Refused: `busy`. */
export async function signOff(
  db: Kysely<Database>,
  { eventId, registrationIds, isOn, accountId, now }: SignOff,
): Promise<Result<{ changed: number }, 'busy'>> {
  return await transact(db, async (db) => {
    const changed: string[] = []
    for (const registrationId of registrationIds) {
      await makeName(db, { registrationId, eventId })
      const { numUpdatedRows } = await db
        .updateTable('certificateNames')
        .set({ signedOffBy: isOn ? accountId : null, signedOffAt: isOn ? now : null })
        .where('registrationId', '=', registrationId)
        .where('eventId', '=', eventId)
        .where('signedOffAt', isOn ? 'is' : 'is not', null)
        .executeTakeFirst()
      if (numUpdatedRows > 0n) changed.push(registrationId)
    }
    await recordAudit(
      db,
      now,
      changed.map((objectId) => ({
        actor: { kind: 'account', id: accountId },
        action: isOn ? 'certificate.signed-off' : 'certificate.not-signed-off',
        objectKind: 'registration',
        objectId,
        eventId,
      })),
    )
    return { changed: changed.length }
  })
}
