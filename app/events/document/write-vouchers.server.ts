import type { Kysely } from 'kysely'
import { insertAll } from './insert-all.server.ts'
import type { Written } from './written.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** Brings campaigns and vouchers that are there already to what their document says; how often one was used stays. */
export async function updateVouchers(db: Kysely<Database>, written: Written[], now: Instant): Promise<void> {
  for (const { existing, children } of written) {
    if (!existing) continue
    const kept = new Set(children.vouchers.map(({ id }) => id))
    const dropped = existing.vouchers.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
    if (dropped.length > 0) await db.deleteFrom('vouchers').where('id', 'in', dropped).execute()
    const known = new Set(existing.campaigns.map(({ id }) => id))
    const fresh = children.voucherCampaigns.filter(({ id }) => !known.has(id))
    await insertAll(
      db,
      'voucherCampaigns',
      fresh.map((campaign) => ({ ...campaign, createdAt: now, updatedAt: now })),
    )
    for (const { id, ...campaign } of children.voucherCampaigns)
      if (known.has(id))
        await db
          .updateTable('voucherCampaigns')
          .set({ ...campaign, updatedAt: now })
          .where('id', '=', id)
          .execute()
    const old = new Set(existing.vouchers.map(({ id }) => id))
    for (const { id, ...voucher } of children.vouchers)
      if (old.has(id)) await db.updateTable('vouchers').set(voucher).where('id', '=', id).execute()
    const left = new Set(children.voucherCampaigns.map(({ id }) => id))
    const over = existing.campaigns.filter(({ id }) => !left.has(id)).map(({ id }) => id)
    if (over.length > 0) await db.deleteFrom('voucherCampaigns').where('id', 'in', over).execute()
  }
}

/** Everything of campaigns that is not there yet. */
export async function insertVouchers(db: Kysely<Database>, written: Written[], now: Instant): Promise<void> {
  const fresh = written.filter(({ existing }) => !existing)
  await insertAll(
    db,
    'voucherCampaigns',
    fresh.flatMap(({ children }) =>
      children.voucherCampaigns.map((campaign) => ({ ...campaign, createdAt: now, updatedAt: now })),
    ),
  )
  await insertAll(
    db,
    'voucherCampaignTypes',
    written.flatMap(({ children }) => children.voucherCampaignTypes),
  )
  await insertAll(
    db,
    'voucherAmounts',
    written.flatMap(({ children }) => children.voucherAmounts),
  )
  const vouchers = written.flatMap(({ existing, children }) => {
    const old = new Set(existing?.vouchers.map(({ id }) => id))
    return children.vouchers.filter(({ id }) => !old.has(id))
  })
  await insertAll(
    db,
    'vouchers',
    vouchers.map((voucher) => ({ ...voucher, used: 0, createdAt: now })),
  )
}
