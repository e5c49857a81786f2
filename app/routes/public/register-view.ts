import type { WayToPay } from '#app/payments/methods/instructions.ts'
import type { OrderOffer } from '#app/registrations/order-offer.ts'
import type { Agreed } from '#app/registrations/payment-terms.ts'
import type { PriceLine } from '#app/registrations/prices/price-line.ts'
import type { FormState } from '#app/values/form-state.ts'
import type { Money } from '#app/values/money.ts'
import type { Instant } from '#app/values/moment.ts'

/** A line of the sum, with whose it is. */
export interface SumLine extends PriceLine {
  person: number
  guest: string | null
}

/** What the order would cost; `due` null when nothing is to pay. */
export interface Sum {
  due: Money | null
  isReverseCharge: boolean
  lines: SumLine[]
}

/** A way to pay with what choosing it now would mean. */
export type OfferedWay = WayToPay & Agreed & { needsApproval: boolean }

/** Everything that the page for registering shows. */
export interface RegisterView {
  offer: OrderOffer
  form: FormState
  /** Null while no seat is chosen. */
  sum: Sum | null
  ways: OfferedWay[]
  /** Seats from the waiting list. */
  held: { offerId: string; untilAt: Instant; seats: number } | null
  hasWaitingList: boolean
}
