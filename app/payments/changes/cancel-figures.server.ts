import type { Kysely } from 'kysely'
import type { Gateways } from '../gateway.ts'
import { planReturn, type ReturnPlan } from '../refunds/return-plan.server.ts'
import { type RefundRule, returnedFor } from '#app/registrations/changes/refund-rules.ts'
import type { SeatToChange } from '#app/registrations/changes/seat-to-change.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** What giving a seat up means in money, in minor units of the order's currency. */
export interface CancelFigures {
  /** What the seat and its add-ons cost. */
  cost: number
  /** What is taken off the order by one's own wish, and what besides if the refused visa is accepted. */
  amount: number
  claimed: number
  kept: number
  /** Null where no rule is in force, or the seat was never confirmed. */
  rule: RefundRule | null
  plan: ReturnPlan
}

/**
 * The figures of giving up a seat with its add-ons now. A seat that still waits for its money costs nothing, nor does
 * one that its person has twice; a confirmed one is judged by the event's rules, with one fee for a person however many
 * add-ons there are.
 */
export async function cancelFigures(
  db: Kysely<Database>,
  gateways: Gateways,
  seat: SeatToChange,
  {
    isVisaRefused,
    visaAppliedOn,
    isDuplicate = false,
    now,
  }: { isVisaRefused: boolean; visaAppliedOn: string | null; isDuplicate?: boolean; now: Instant },
): Promise<CancelFigures> {
  const cost = Math.max(
    0,
    [seat, ...seat.addons].reduce((sum, one) => sum + one.cost, 0),
  )
  const asked = { paidForSeat: cost, currency: seat.currency ?? '', now }
  const own =
    seat.state === 'held' || isDuplicate
      ? { amount: cost, kept: 0, rule: null }
      : returnedFor(seat.refundRules, { ...asked, reason: 'any' })
  const visa =
    isVisaRefused && seat.state !== 'held'
      ? returnedFor(seat.refundRules, { ...asked, reason: 'visa-refused', visaAppliedOn })
      : own
  const claimed = Math.max(0, visa.amount - own.amount)
  const takenOff = own.amount + claimed
  return {
    cost,
    amount: own.amount,
    claimed,
    kept: cost - takenOff,
    rule: claimed > 0 ? visa.rule : own.rule,
    plan: await planReturn(db, gateways, { orderId: seat.orderId, takenOff }),
  }
}
