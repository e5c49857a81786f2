import type { QueueEntry } from './queue.ts'

/** Where an entry stands among those who wait for the same seats. */
export interface Position {
  /** From 1. */
  place: number
  of: number
  /** How many seats those before it want. */
  seatsBefore: number
}

type Waiting = Pick<QueueEntry, 'id' | 'partySize' | 'quotaIds' | 'waitingFor'>

/** @param entries those that wait, in the order in which they are served */
export function positionOf(entries: Waiting[], id: string): Position | null {
  const own = entries.find((entry) => entry.id === id)
  if (!own) return null
  const quotaIds = new Set(contested(own))
  const rivals = entries.filter((entry) => entry.id === id || contested(entry).some((quotaId) => quotaIds.has(quotaId)))
  const before = rivals.slice(
    0,
    rivals.findIndex((entry) => entry.id === id),
  )
  return {
    place: before.length + 1,
    of: rivals.length,
    seatsBefore: before.reduce((seats, { partySize }) => seats + partySize, 0),
  }
}

function contested({ waitingFor, quotaIds }: Waiting): string[] {
  return waitingFor.length > 0 ? waitingFor : quotaIds
}
