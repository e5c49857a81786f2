import type { Kysely } from 'kysely'
import type { MakeForm } from './make-form.ts'
import { newVoucherCode } from './new-voucher-code.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Nine values a row; SQLite takes 32,766 in one statement. */
const AT_ONCE = 1000

export interface MakeVouchers {
  eventId: string
  campaignId: string
  form: MakeForm
  now: Instant
  actor: Actor
}

/**
 * Makes codes, all or none: so many as are asked for, or one for each address that has none in this campaign yet, or
 * one that the organizer chose. Returns how many were made.
 */
export async function makeVouchers(
  db: Kysely<Database>,
  { eventId, campaignId, form, now, actor }: MakeVouchers,
): Promise<Result<number, 'voucher-taken' | 'gone' | 'busy'>> {
  return await transact<number, 'voucher-taken' | 'gone'>(db, async (db) => {
    // One after the other, so that the same list sent twice makes no second codes.
    const { numUpdatedRows } = await db
      .updateTable('voucherCampaigns')
      .set({ updatedAt: now })
      .where('id', '=', campaignId)
      .where('eventId', '=', eventId)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Refused({ code: 'gone' as const })
    const addresses = await withoutCode(db, campaignId, form.addresses)
    const owners =
      form.addresses.length > 0 ? addresses : Array.from({ length: form.code ? 1 : form.count }, () => null)
    if (form.code !== null && (await isTaken(db, eventId, form.code)))
      throw new Refused({ code: 'voucher-taken' as const, field: 'code', details: { code: form.code } })
    const rows = owners.map((emailKey) => ({
      id: newId(now),
      campaignId,
      eventId,
      code: form.code ?? newVoucherCode(form.prefix),
      maximumUses: form.maximumUses,
      used: 0,
      emailKey,
      note: form.note,
      isDisabled: 0 as const,
      createdAt: now,
    }))
    for (let from = 0; from < rows.length; from += AT_ONCE)
      await db
        .insertInto('vouchers')
        .values(rows.slice(from, from + AT_ONCE))
        .execute()
    await recordAudit(db, now, [
      {
        actor,
        action: 'vouchers.made',
        objectKind: 'voucher-campaign',
        objectId: campaignId,
        eventId,
        after: { count: rows.length, maximumUses: form.maximumUses },
      },
    ])
    return rows.length
  })
}

async function withoutCode(db: Kysely<Database>, campaignId: string, addresses: string[]): Promise<string[]> {
  const known = new Set<string | null>()
  for (let from = 0; from < addresses.length; from += AT_ONCE) {
    const rows = await db
      .selectFrom('vouchers')
      .select('emailKey')
      .where('campaignId', '=', campaignId)
      .where('emailKey', 'in', addresses.slice(from, from + AT_ONCE))
      .execute()
    for (const { emailKey } of rows) known.add(emailKey)
  }
  return addresses.filter((address) => !known.has(address))
}

async function isTaken(db: Kysely<Database>, eventId: string, code: string): Promise<boolean> {
  const voucher = await db
    .selectFrom('vouchers')
    .select('id')
    .where('eventId', '=', eventId)
    .where('code', '=', code)
    .executeTakeFirst()
  return voucher !== undefined
}
