import type { Kysely } from 'kysely'
import type { Actor } from '#app/audit/record.server.ts'
import { payByAward } from '#app/payments/on-behalf/pay-by-award.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** Pays an order by the fee component of an award that was accepted: each fund its share, and not more than is due. */
export async function payFee(
  db: Kysely<Database>,
  { orderId, awardId, now, actor }: { orderId: string; awardId: string; now: Instant; actor: Actor },
): Promise<void> {
  const shares = await db
    .selectFrom('awardShares as share')
    .innerJoin('awardComponents as component', 'component.id', 'share.componentId')
    .innerJoin('awards', 'awards.id', 'component.awardId')
    .innerJoin('funds', 'funds.id', 'share.fundId')
    .select(['share.componentId', 'share.amountMinor', 'funds.code', 'awards.currency'])
    .where('awards.id', '=', awardId)
    .where('component.kind', '=', 'fee')
    .where('component.state', '=', 'accepted')
    .orderBy('funds.id')
    .execute()
  await payByAward(db, {
    orderId,
    parts: shares.map(({ componentId, code, amountMinor, currency }) => ({
      reference: `${componentId} ${code}`,
      fund: code,
      amount: { amountMinor, currency },
    })),
    now,
    actor,
  })
}
