import type { Kysely } from 'kysely'
import type { IssuerForm } from './issuer-form.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { bumpContentVersion } from '#app/events/event-changed.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { isDuplicate, transact } from '#db/transact.ts'

/**
 * Sets up who issues the papers of a host (or of the installation), or changes it. Papers that were issued stay as they
 * are; the prefix of numbers stays too once there is one paper, so that its series has no second beginning.
 */
export async function saveIssuer(
  db: Kysely<Database>,
  { issuerId, form, now, actor }: { issuerId: string | null; form: IssuerForm; now: Instant; actor: Actor },
): Promise<Result<{ id: string }, 'issuer-exists' | 'prefix-in-use' | 'gone' | 'busy'>> {
  const columns = columnsOf(form)
  try {
    return await transact<{ id: string }, 'issuer-exists' | 'prefix-in-use' | 'gone'>(db, async (db) => {
      const id = issuerId ?? newId(now)
      if (issuerId === null)
        await db
          .insertInto('issuers')
          .values({ id, ...columns, createdAt: now, updatedAt: now })
          .execute()
      else await change(db, issuerId, columns, now)
      const action = issuerId === null ? 'issuer.added' : 'issuer.changed'
      const { hostId, name, accountNumber, numberPrefix } = columns
      const after = { hostId, name, accountNumber, numberPrefix }
      await recordAudit(db, now, [{ actor, action, objectKind: 'issuer', objectId: id, after }])
      // Where an invoice comes from decides what tax the form asks for.
      await bumpContentVersion(db)
      return { id }
    })
  } catch (error) {
    if (isDuplicate(error)) return { ok: false, refusals: [{ code: 'issuer-exists', field: 'hostId' }] }
    throw error
  }
}

async function change(db: Kysely<Database>, id: string, columns: Columns, now: Instant): Promise<void> {
  const issuer = await db.selectFrom('issuers').select('numberPrefix').where('id', '=', id).executeTakeFirst()
  if (!issuer) throw new Refused({ code: 'gone' as const })
  await db
    .updateTable('issuers')
    .set({ ...columns, updatedAt: now })
    .where('id', '=', id)
    .execute()
  if (issuer.numberPrefix === columns.numberPrefix) return
  const paper = await db.selectFrom('invoices').select('id').where('issuerId', '=', id).limit(1).executeTakeFirst()
  if (paper) throw new Refused({ code: 'prefix-in-use' as const, field: 'numberPrefix' })
}

type Columns = ReturnType<typeof columnsOf>

function columnsOf(form: IssuerForm) {
  const orNull = (text: string | null | undefined) => text || null
  return {
    hostId: form.hostId,
    name: form.name,
    latinName: orNull(form.latinName),
    address: form.address ?? '',
    country: form.country,
    zone: form.zone,
    email: form.email,
    registrationNumber: orNull(form.registrationNumber),
    taxNumber: orNull(form.taxNumber),
    numberPrefix: form.numberPrefix,
    bankName: orNull(form.bankName),
    accountHolder: orNull(form.accountHolder),
    accountNumber: orNull(form.accountNumber),
    bic: orNull(form.bic),
    mobileAccount: orNull(form.mobileAccount),
    footer: form.footer ?? '',
  }
}
