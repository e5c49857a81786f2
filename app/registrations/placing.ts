import type { Actor } from '#app/audit/record.server.ts'
import type { Money } from '#app/values/money.ts'
import type { Instant } from '#app/values/moment.ts'

/** One seat that is asked for, and who will sit on it. */
export interface PlacePerson {
  ticketTypeId: string
  /** For an add-on: which of `people` holds its main ticket, by place in the list. */
  mainAt?: number
  /** A seat that is ordered now and named later: then the name and address are the orderer's to give afterwards. */
  isUnnamed?: boolean
  /** The price that the person was shown, null for free; another one now is refused as `price-changed`. Left out: not compared. */
  shown?: Money | null
  fullName: string
  latinName?: string | null
  badgeName?: string | null
  /** Empty for who comes along with somebody and has none. */
  email: string
  country?: string | null
  affiliation?: string | null
  /** By question id; several choices as a list. With the words that were answered, as `freezeAnswer` keeps them. */
  answers?: { questionId: string; value: string | string[]; asked?: string; questionVersion?: number }[]
  /** That the person may have this ticket type, as they say or prove: a membership number, an uploaded paper. */
  proof?: { isDeclared?: boolean; memberNumber?: string | null; fileId?: string | null }
}

/** What somebody asks for in one go. The first person is the one who orders and whom we write to, unless `orderer` is. */
export interface PlaceOrder {
  eventId: string
  /** Made with the form, unique: the same key twice is the same order. */
  formKey: string
  language: string
  people: PlacePerson[]
  /** Who orders and whom we write to, when that is not the first person. */
  orderer?: { fullName: string; email: string }
  /** The sum that was shown, null for nothing; another one now is refused as `total-changed`. Left out: not compared. */
  shownDue?: Money | null
  /** Which of the organizer's price lists; the event's own unless told. */
  currency?: string | null
  /** As typed. */
  voucherCodes?: string[]
  /** Seats that were set aside for this order: an offer's reservation, and the moment whose price holds. */
  reservation?: { id: string; pricedAt: Instant | null }
  /** Who pays, when it is somebody else or an invoice is wanted. */
  payer?: {
    name: string
    email?: string | null
    organization?: string | null
    address?: string | null
    country?: string | null
    taxNumber?: string | null
    purchaseOrder?: string | null
  }
  /** How a paid order will be paid, as in `events.paymentMethods`; not looked at when nothing is to pay. */
  paymentMethod?: string | null
  consents?: { kind: 'conduct' | 'attendee-list' | 'photographs'; version: string; isGiven: boolean }[]
  /** Who placed it; a visitor unless told. */
  actor?: Actor
  /** Placed by an organizer or by a seed: hidden and closed ticket types and sale windows do not matter. */
  isPrivileged?: boolean
}

export interface PlacedOrder {
  orderId: string
  code: string
  keyVersion: number
  /** False when this form had placed it before. */
  isNew: boolean
  /** The sum of its lines, null when nothing is to pay. */
  due: Money | null
  /** The seats wait for the money, are taken, or (of an order placed before) are gone. */
  state: 'held' | 'confirmed' | 'ended'
  registrations: { id: string; code: string; personId: string; ticketTypeId: string }[]
}

/** Why an order is not placed; each has its sentence in the catalogues. `field` is that of the order form. */
export type PlaceRefusal =
  | 'event-closed'
  | 'no-people'
  | 'ticket-unknown'
  | 'ticket-closed'
  | 'not-on-sale'
  | 'price-changed'
  | 'now-free'
  | 'too-few'
  | 'too-many'
  | 'sold-out'
  | 'few-left'
  | 'already-registered'
  | 'twice-in-order'
  | 'payment-method'
  | 'form-used'
  | 'waiting-list'
  | 'needs-main'
  | 'not-eligible'
  | 'proof-missing'
  | 'currency'
  | 'code-missing'
  | 'total-changed'
  | 'orderer-missing'
  | 'voucher-unknown'
  | 'voucher-not-begun'
  | 'voucher-expired'
  | 'voucher-used'
  | 'voucher-not-yours'
  | 'voucher-not-for-this'
  | 'voucher-not-combinable'
  | 'offer-over'
  | 'busy'
  | 'failed'
