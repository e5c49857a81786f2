import type { Kysely } from 'kysely'
import type { VoucherForm } from './voucher-form.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { flag } from '#app/values/flag.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface SaveVoucher {
  eventId: string
  campaignId: string
  voucherId: string
  form: VoucherForm
  now: Instant
  actor: Actor
}

/** Changes one code: whom it is for, how often it works, whether it works at all. Never below how often it was used. */
export async function saveVoucher(
  db: Kysely<Database>,
  { eventId, campaignId, voucherId, form, now, actor }: SaveVoucher,
): Promise<Result<void, 'voucher-below-used' | 'gone' | 'busy'>> {
  return await transact<void, 'voucher-below-used' | 'gone'>(db, async (db) => {
    const columns = {
      maximumUses: form.maximumUses,
      emailKey: form.email,
      note: form.note,
      isDisabled: flag(form.isDisabled),
    }
    const own = db
      .selectFrom('vouchers')
      .where('id', '=', voucherId)
      .where('eventId', '=', eventId)
      .where('campaignId', '=', campaignId)
    const voucher = await own.selectAll().executeTakeFirst()
    if (!voucher) throw new Refused({ code: 'gone' as const })
    const updated = await db
      .updateTable('vouchers')
      .set(columns)
      .where('id', '=', voucherId)
      .where('used', '<=', form.maximumUses)
      .executeTakeFirst()
    if (updated.numUpdatedRows === 0n) {
      const { used } = await own.select('used').executeTakeFirstOrThrow()
      throw new Refused({ code: 'voucher-below-used' as const, field: 'maximumUses', details: { count: used } })
    }
    await recordAudit(db, now, [
      {
        actor,
        action: 'voucher.changed',
        objectKind: 'voucher',
        objectId: voucherId,
        eventId,
        before: {
          maximumUses: voucher.maximumUses,
          isDisabled: voucher.isDisabled,
          isBound: voucher.emailKey !== null,
        },
        after: { maximumUses: form.maximumUses, isDisabled: columns.isDisabled, isBound: form.email !== null },
      },
    ])
  })
}
