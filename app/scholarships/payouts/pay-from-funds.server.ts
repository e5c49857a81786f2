import type { Kysely } from 'kysely'
import type { Instant } from '#app/values/moment.ts'
import { Refused } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

/**
 * Says which funds a payout that is paid now came out of: the shares of its component, in their order, as far as each
 * has not been paid. The award is held still by the caller, the payout says `paid` already.
 */
export async function payFromFunds(
  db: Kysely<Database>,
  {
    payoutId,
    componentId,
    amountMinor,
    now,
  }: { payoutId: string; componentId: string; amountMinor: number; now: Instant },
): Promise<void> {
  const shares = await db
    .selectFrom('awardShares')
    .select(['fundId', 'amountMinor', 'returnedMinor'])
    .where('componentId', '=', componentId)
    .orderBy('fundId')
    .execute()
  const paid = await db
    .selectFrom('payoutShares')
    .innerJoin('payouts', 'payouts.id', 'payoutShares.payoutId')
    .select(({ fn }) => ['payoutShares.fundId', fn.sum<number>('payoutShares.amountMinor').as('amountMinor')])
    .where('payouts.componentId', '=', componentId)
    .groupBy('payoutShares.fundId')
    .execute()
  let open = amountMinor
  for (const { fundId, ...share } of shares) {
    const before = Number(paid.find((one) => one.fundId === fundId)?.amountMinor ?? 0)
    const part = Math.min(open, share.amountMinor - share.returnedMinor - before)
    if (part <= 0) continue
    await db.insertInto('payoutShares').values({ payoutId, fundId, amountMinor: part }).execute()
    await db
      .updateTable('funds')
      .set((row) => ({ paidMinor: row('paidMinor', '+', part), updatedAt: now }))
      .where('id', '=', fundId)
      .execute()
    open -= part
  }
  if (open > 0) throw new Refused({ code: 'payout-too-much', field: 'amount', details: { left: '0' } })
}
