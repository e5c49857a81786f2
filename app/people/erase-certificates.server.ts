import type { Kysely } from 'kysely'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/**
 * Empties what certificates of these people say, in every wording: their numbers go on saying that they were issued.
 * Part of the transaction that erases a person.
 */
export async function eraseCertificates(
  db: Kysely<Database>,
  people: string[],
  registrationIds: string[],
  { actor, now }: { actor: Actor; now: Instant },
): Promise<void> {
  if (registrationIds.length > 0) {
    await db.deleteFrom('certificateNames').where('registrationId', 'in', registrationIds).execute()
    await db.deleteFrom('certificateExceptions').where('registrationId', 'in', registrationIds).execute()
  }
  const rows = await db
    .selectFrom('certificates')
    .select(['id', 'eventId'])
    .where('personId', 'in', people)
    .where('erasedAt', 'is', null)
    .execute()
  if (rows.length === 0) return
  const ids = rows.map(({ id }) => id)
  const nothing = { content: '', signature: '' }
  await db
    .updateTable('certificates')
    .set({ ...nothing, erasedAt: now })
    .where('id', 'in', ids)
    .execute()
  await db
    .updateTable('certificateVersions')
    .set({ ...nothing, reason: '' })
    .where('certificateId', 'in', ids)
    .execute()
  await recordAudit(
    db,
    now,
    rows.map(({ id, eventId }) => ({
      actor,
      action: 'certificate.erased',
      objectKind: 'certificate',
      objectId: id,
      eventId,
    })),
  )
}
