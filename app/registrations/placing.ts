import type { Actor } from '#app/audit/record.server.ts'
import type { Money } from '#app/values/money.ts'

/** One seat that is asked for, and who will sit on it. */
export interface PlacePerson {
  ticketTypeId: string
  /** The price that the person was shown, null for free; another one now is refused as `price-changed`. Left out: not compared. */
  shown?: Money | null
  fullName: string
  latinName?: string | null
  badgeName?: string | null
  email: string
  country?: string | null
  affiliation?: string | null
  /** By question id; several choices as a list. */
  answers?: { questionId: string; value: string | string[] }[]
}

/** What somebody asks for in one go. The first person is the one who orders and whom we write to. */
export interface PlaceOrder {
  eventId: string
  /** Made with the form, unique: the same key twice is the same order. */
  formKey: string
  language: string
  people: PlacePerson[]
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
  | 'busy'
  | 'failed'
