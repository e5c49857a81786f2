import type { QuotaUse } from '#app/registrations/offer/quota-use.server.ts'

/** What the seats of a quota are. They add up: `size + over` is the sum of all other parts. */
export interface SeatAccount extends QuotaUse {
  size: number
  free: number
  /** Taken beyond the size, which an organizer allowed by name. */
  over: number
}

const NOTHING: QuotaUse = { confirmed: 0, held: 0, offered: 0, blocked: 0, changing: 0 }

/** The parts in the order in which they are told. */
export const PARTS = ['confirmed', 'held', 'offered', 'blocked', 'changing', 'free'] as const

export function accountSeats({ size }: { size: number }, use: QuotaUse = NOTHING): SeatAccount {
  const { confirmed, held, offered, blocked, changing } = use
  const taken = confirmed + held + offered + blocked + changing
  return {
    size,
    confirmed,
    held,
    offered,
    blocked,
    changing,
    free: Math.max(0, size - taken),
    over: Math.max(0, taken - size),
  }
}
