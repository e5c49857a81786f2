import type { Kysely } from 'kysely'
import { recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/**
 * Gives back the uses of vouchers by registrations that are over, and those by whole orders of which nothing is held
 * or confirmed any more. To be called inside the transaction that ends the registrations, after their seats; calling
 * it again changes nothing more.
 */
export async function releaseVoucherUses(
  db: Kysely<Database>,
  { registrationIds, now }: { registrationIds: string[]; now: Instant },
): Promise<void> {
  if (registrationIds.length === 0) return
  const orders = db.selectFrom('registrations').select('orderId').where('id', 'in', registrationIds)
  const uses = await db
    .selectFrom('voucherUses')
    .select(['id', 'voucherId', 'orderId', 'registrationId'])
    .where('isActive', '=', 1)
    .where((row) =>
      row.or([
        row('registrationId', 'in', registrationIds),
        row.and([row('registrationId', 'is', null), row('orderId', 'in', orders)]),
      ]),
    )
    .orderBy('voucherId')
    .execute()
  const over = [...uses.filter(({ registrationId }) => registrationId !== null), ...(await ofEndedOrders(db, uses))]
  for (const [voucherId, own] of Map.groupBy(over, (use) => use.voucherId)) {
    const { numUpdatedRows } = await db
      .updateTable('voucherUses')
      .set({ isActive: 0 })
      .where(
        'id',
        'in',
        own.map(({ id }) => id),
      )
      .where('isActive', '=', 1)
      .executeTakeFirst()
    await db
      .updateTable('vouchers')
      .set((row) => ({ used: row('used', '-', Number(numUpdatedRows)) }))
      .where('id', '=', voucherId)
      .execute()
  }
  await recordAudit(
    db,
    now,
    over.map(({ voucherId, orderId, registrationId }) => ({
      actor: { kind: 'system' },
      action: 'voucher.released',
      objectKind: 'voucher',
      objectId: voucherId,
      after: { orderId, registrationId },
    })),
  )
}

interface Use {
  id: string
  voucherId: string
  orderId: string
  registrationId: string | null
}

/** The rows are locked before the orders are looked at: of two that end an order's last seats at once, one sees it. */
async function ofEndedOrders(db: Kysely<Database>, uses: Use[]): Promise<Use[]> {
  const wide = uses.filter(({ registrationId }) => registrationId === null)
  if (wide.length === 0) return []
  const [ids, orderIds] = [wide.map(({ id }) => id), wide.map(({ orderId }) => orderId)]
  await db.updateTable('voucherUses').set({ isActive: 1 }).where('id', 'in', ids).where('isActive', '=', 1).execute()
  const standing = await db
    .selectFrom('registrations')
    .select('orderId')
    .distinct()
    .where('orderId', 'in', orderIds)
    .where('state', 'in', ['held', 'confirmed'])
    .execute()
  return wide.filter(({ orderId }) => !standing.some((one) => one.orderId === orderId))
}
