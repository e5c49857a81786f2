import type { EventStatus, Flag, WaitingListRulesTable, WaitingState } from '#db/schema.ts'
import type { PriceStep } from '#app/registrations/prices/pricing.ts'
import type { Instant } from '#app/values/moment.ts'

export const WAITING_STATES: WaitingState[] = ['waiting', 'offered', 'taken', 'lapsed', 'withdrawn', 'expired']

/** How many rows a page of the list has. */
export const WAITING_PAGE = 25

export type Rules = Omit<WaitingListRulesTable, 'eventId'>

/** The list of an event whose organizer never opened one. */
export const NO_RULES: Rules = { isOpen: 0, offerHours: 48, price: 'today', passesOver: 0, closesAt: null }

export interface QueueEvent {
  id: string
  status: EventStatus
  /** While it has no date, nobody is offered a seat and nobody's wish is too late. */
  postponedAt: Instant | null
  startsAt: Instant
  currency: string | null
  /** Until when a priced ticket can be paid in some way; null without an end. */
  payableUntil: Instant | null
}

export interface QueueType {
  id: string
  admission: 'open' | 'code' | 'application' | 'award'
  isHidden: Flag
  isClosed: Flag
  isAddon: Flag
  minPerOrder: number
  maxPerOrder: number
  onSaleFromAt: Instant | null
  onSaleUntilAt: Instant | null
  steps: PriceStep[]
  quotaIds: string[]
}

export interface QueueQuota {
  id: string
  size: number
  taken: number
  waiting: number
}

export interface QueueEntry {
  id: string
  priority: number
  joinedAt: Instant
  state: WaitingState
  partySize: number
  isAllOrNothing: number
  wantedUntilAt: Instant | null
  /** The order whose late money waits. */
  orderId: string | null
  /** Ticket types, best first. */
  ticketTypeIds: string[]
  /** Every quota that it may need, and those for which it counts as waiting. */
  quotaIds: string[]
  waitingFor: string[]
  /** For late money: the seats that its order still wants. */
  lateSeats: { ticketTypeId: string; quotaIds: string[] }[]
}

/** A waiting list as the database says now, its entries in the order in which they are served. */
export interface Queue {
  event: QueueEvent
  rules: Rules
  types: ReadonlyMap<string, QueueType>
  quotas: ReadonlyMap<string, QueueQuota>
  entries: QueueEntry[]
}

type Placed = Pick<QueueEntry, 'priority' | 'joinedAt' | 'id'>

/** Money that is here goes first, then who joined first. */
export function inQueueOrder(one: Placed, other: Placed): number {
  if (one.priority !== other.priority) return one.priority - other.priority
  if (one.joinedAt !== other.joinedAt) return one.joinedAt < other.joinedAt ? -1 : 1
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0
}

/** Seats that are free now, below zero never. */
export function roomOf({ size, taken }: Pick<QueueQuota, 'size' | 'taken'>): number {
  return Math.max(0, size - taken)
}
