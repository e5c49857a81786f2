import { claimVouchers, voucherRefusal } from './claim-vouchers.ts'
import type { Offered, OfferedEvent } from '../offered.ts'
import type { PlaceOrder, PlaceRefusal } from '../placing.ts'
import type { PriceLine, Reduction } from './price-line.ts'
import { applyRules } from './price-rules.ts'
import { currencyOf, type PricedSeat, priceSeat } from './price-seats.ts'
import { lowerPrices, type VoucherUse } from './price-vouchers.ts'
import { totalOf } from './pricing.ts'
import { whyNotHad, whyNotPriced } from '../why-not-had.ts'
import { isReverseCharge, taxOf, taxRuleOf } from './tax.ts'
import type { Money } from '#app/values/money.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Refusal } from '#app/values/refusal.ts'
import type { Voucher } from '#app/vouchers/voucher.ts'

export interface PricedOrder {
  /** The lines of each seat together: its ticket, then what lowers it. Their sum is `due`. */
  lines: PriceLine[]
  /** Null when nothing is to pay. */
  due: Money | null
  seats: PricedSeat[]
  uses: VoucherUse[]
  /** Whether the payer owes the tax at home. */
  isReverseCharge: boolean
  /** What speaks against it as far as the offer, the prices and the codes go; the lines are those of the rest then. */
  refusals: Refusal<PlaceRefusal>[]
}

/** ISO 4217 for “no currency”, on the lines of events that are free throughout. */
const NO_CURRENCY = 'XXX'

/** What an order costs at a moment. Rounded once for each line; the order of people and codes does not change the sum. */
export function priceOrder({
  order,
  offered,
  vouchers,
  now,
}: {
  order: PlaceOrder
  offered: Pick<Offered, 'events' | 'types'>
  vouchers: readonly Voucher[]
  now: Instant
}): PricedOrder {
  const event = offered.events.get(order.eventId)
  if (!event) return nothing({ code: 'event-closed' })
  const refusals: Refusal<PlaceRefusal>[] = []
  const priced: PricedSeat[] = []
  for (const [at, { ticketTypeId }] of order.people.entries()) {
    const type = offered.types.get(ticketTypeId)
    const seat = type?.eventId === event.id ? priceSeat(order, event, type, at, now) : null
    if (seat === null || type === undefined) refusals.push({ code: 'ticket-unknown', field: `people[${at}].ticket` })
    else if (!('code' in seat)) priced.push(seat)
    else refusals.push(order.isPrivileged ? seat : whyNotPriced(type, order, seat, now))
  }
  const currency = currencyOf(order, event)
  const claimed = claimVouchers(order, priced, vouchers, currency, now)
  const applied = applyRules(priced, event.priceRules, currency ?? NO_CURRENCY)
  const lowered = lowerPrices(applied, claimed.claims, currency ?? NO_CURRENCY)
  const failed = [
    ...claimed.refusals,
    ...lowered.refusals.map(({ code, voucher }) => voucherRefusal(code, voucher.code)),
  ]
  for (const seat of order.isPrivileged ? [] : priced) {
    const reason = whyNotHad(seat, order, lowered.uses, now)
    // What is wrong with a code says why a seat that asks for one is not opened.
    const isSaid = failed.length > 0 && reason?.code === 'code-missing'
    if (reason && !isSaid) refusals.push(reason)
  }
  refusals.push(...failed)
  const isReversed = isReverseCharge(event, order)
  const lines = priced.flatMap((seat) => linesOf(seat, lowered.reductions, event, currency ?? NO_CURRENCY, isReversed))
  return {
    lines,
    due: totalOf(lines),
    seats: priced,
    uses: lowered.uses,
    isReverseCharge: isReversed && lines.some(({ taxNote, taxRate }) => taxNote !== null && taxRate === 0),
    refusals,
  }
}

function nothing(refusal: Refusal<PlaceRefusal>): PricedOrder {
  return { lines: [], due: null, seats: [], uses: [], isReverseCharge: false, refusals: [refusal] }
}

/**
 * A seat's lines. The tax of each is what it adds to the tax of those above it, so that the tax of all is that of what
 * is left to pay, however many lines lower it, and a seat that is free in the end carries none.
 */
function linesOf(
  seat: PricedSeat,
  reductions: Reduction[],
  event: OfferedEvent,
  currency: string,
  isReversed: boolean,
): PriceLine[] {
  const tax = taxOf(taxRuleOf(event, seat.type), isReversed)
  const common = {
    at: seat.at,
    ticketTypeId: seat.type.id,
    currency,
    taxName: tax.name,
    taxRate: tax.rate,
    taxNote: tax.note,
  }
  let [amount, before] = [seat.amountMinor, tax.of(seat.amountMinor)]
  const lines: PriceLine[] = [
    {
      ...common,
      kind: 'ticket',
      priceStepKind: seat.stepKind,
      description: seat.name,
      amountMinor: before.owedMinor,
      taxMinor: before.taxMinor,
    },
  ]
  for (const { kind, description, offMinor } of reductions.filter(({ at }) => at === seat.at)) {
    amount -= offMinor
    const after = tax.of(amount)
    const [amountMinor, taxMinor] = [after.owedMinor - before.owedMinor, after.taxMinor - before.taxMinor]
    lines.push({ ...common, kind, priceStepKind: null, description, amountMinor, taxMinor })
    before = after
  }
  return lines
}
