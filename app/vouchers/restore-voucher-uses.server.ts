import type { Kysely } from 'kysely'
import { recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/**
 * A registration that had given its vouchers' uses back stands again, at the price that it had: its uses, and those of
 * its order, count again where the vouchers have room. Inside the transaction, after its seats.
 */
export async function restoreVoucherUses(
  db: Kysely<Database>,
  { registrationId, now }: { registrationId: string; now: Instant },
): Promise<void> {
  const order = db.selectFrom('registrations').select('orderId').where('id', '=', registrationId)
  const uses = await db
    .selectFrom('voucherUses')
    .select(['id', 'voucherId', 'orderId'])
    .where('isActive', '=', 0)
    .where((row) =>
      row.or([
        row('registrationId', '=', registrationId),
        row.and([row('registrationId', 'is', null), row('orderId', 'in', order)]),
      ]),
    )
    .orderBy('voucherId')
    .execute()
  for (const { id, voucherId, orderId } of uses) {
    const { numUpdatedRows } = await db
      .updateTable('vouchers')
      .set((row) => ({ used: row('used', '+', 1) }))
      .where('id', '=', voucherId)
      .whereRef('used', '<', 'maximumUses')
      .executeTakeFirst()
    if (numUpdatedRows === 0n) continue
    await db.updateTable('voucherUses').set({ isActive: 1 }).where('id', '=', id).execute()
    await recordAudit(db, now, [
      {
        actor: { kind: 'system' },
        action: 'voucher.restored',
        objectKind: 'voucher',
        objectId: voucherId,
        after: { orderId, registrationId },
      },
    ])
  }
}
