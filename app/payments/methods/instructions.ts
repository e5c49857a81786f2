import type { Instant } from '#app/values/moment.ts'
import type { Money } from '#app/values/money.ts'
import type { PaymentMethod } from '#db/schema.ts'

/** How an order is paid where there is no page to send the payer to: everything that its page says about it. */
export interface PaymentInstructions {
  method: Exclude<PaymentMethod, 'card'>
  /** What is still to pay. */
  amount: Money
  /** What the payer writes beside the money (`RF65P7KQ4M2X`; show it by `shownReference`); null where nothing is written. */
  reference: string | null
  /** By when; null when nothing is asked for by a date. */
  dueAt: Instant | null
  isOverdue: boolean
  /** The event's, in which days are meant. */
  zone: string
  /** At the desk: from when on it can be paid. */
  payableFromAt: Instant | null
  /** Who is paid, where an account is told. */
  account: {
    holder: string
    bankName: string | null
    /** An IBAN in groups of four, or any account number; a telephone number for mobile money. */
    number: string
    bic: string | null
  } | null
  /** Whose invoice it is. */
  issuer: { name: string; address: string; taxNumber: string | null; email: string | null } | null
  purchaseOrder: string | null
  /** The organizer's own words, in `textLanguage`; '' when there are none. */
  text: string
  textLanguage: string
  /** The seats wait until somebody agreed to the purchase order or the waiver. */
  needsApproval: boolean
  /** Whether the payer can tell us that they have paid, send a proof, or ask. */
  takesClaims: boolean
  /** What they told us last, and what became of it. */
  claim: { state: 'waiting' | 'accepted' | 'refused'; at: Instant; reference: string; reason: string } | null
}

/** One way to pay an order, for the person who chooses. */
export interface WayToPay {
  method: PaymentMethod
  isChosen: boolean
  /** Why it cannot be used now; null when it can. */
  closed: 'unavailable' | 'too-small' | 'currency' | 'not-yet' | 'over' | null
  minimum: Money | null
  fromAt: Instant | null
}
