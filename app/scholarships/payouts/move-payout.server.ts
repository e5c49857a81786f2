import type { Kysely, Updateable } from 'kysely'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused } from '#app/values/refusal.ts'
import type { Database, PayoutsTable, PayoutState } from '#db/schema.ts'

export type PayoutRow = Awaited<ReturnType<typeof findPayoutRow>>

/** @throws Refused `payout-unknown`. */
export async function findPayoutRow(db: Kysely<Database>, payoutId: string) {
  const payout = await db
    .selectFrom('payouts')
    .innerJoin('awardComponents as component', 'component.id', 'payouts.componentId')
    .selectAll('payouts')
    .select('component.kind')
    .where('payouts.id', '=', payoutId)
    .executeTakeFirst()
  if (!payout) throw new Refused({ code: 'payout-unknown' })
  return payout
}

/**
 * Moves a payout from one of the states to another, once: whoever wins this guarded update goes on.
 * @throws Refused `payout-moved` when somebody else was faster.
 */
export async function movePayout(
  db: Kysely<Database>,
  payout: PayoutRow,
  {
    from,
    to,
    columns = {},
    now,
    actor,
  }: { from: PayoutState[]; to: PayoutState; columns?: Updateable<PayoutsTable>; now: Instant; actor: Actor },
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('payouts')
    .set({ ...columns, state: to, updatedAt: now })
    .where('id', '=', payout.id)
    .where('state', 'in', from)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new Refused({ code: 'payout-moved' })
  const { reason: _reason, note: _note, ...after } = { reason: '', note: '', ...columns, state: to }
  await recordAudit(db, now, [
    {
      actor,
      action: `payout.${to}`,
      objectKind: 'payout',
      objectId: payout.id,
      eventId: payout.eventId,
      before: { state: payout.state, amountMinor: payout.amountMinor },
      after,
    },
  ])
}
