import type { Insertable, Kysely } from 'kysely'
import type { Database, VoucherUsesTable } from '#db/schema.ts'

/**
 * Uses vouchers up, inside the transaction that places their orders: one guarded update per voucher, then a row per
 * use. Returns the voucher that has not enough uses left or was disabled, or null. What was used before stays: roll back.
 */
export async function useVouchers(db: Kysely<Database>, uses: Insertable<VoucherUsesTable>[]): Promise<string | null> {
  if (uses.length === 0) return null
  const counts = [...Map.groupBy(uses, ({ voucherId }) => voucherId)].toSorted(([one], [other]) =>
    one < other ? -1 : 1,
  )
  for (const [voucherId, { length }] of counts) {
    const { numUpdatedRows } = await db
      .updateTable('vouchers')
      .set((row) => ({ used: row('used', '+', length) }))
      .where('id', '=', voucherId)
      .where('isDisabled', '=', 0)
      .where((row) => row(row('used', '+', length), '<=', row.ref('maximumUses')))
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return voucherId
  }
  await db.insertInto('voucherUses').values(uses).execute()
  return null
}
