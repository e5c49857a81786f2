import { roomOf, type Queue, type QueueEntry } from './queue.ts'
import { offerTerms, type OfferTerms } from './offer-terms.ts'
import type { Instant } from '#app/values/moment.ts'

/** A way to serve an entry: seats that each draw on these quotas. */
export interface Option {
  ticketTypeId: string
  quotaIds: string[]
  minimum: number
  terms: OfferTerms | null
}

export interface PlannedOffer {
  entry: QueueEntry
  option: Option
  seats: number
}

export interface Plan {
  offers: PlannedOffer[]
  /** Of each entry that is not served whole: the quotas that it waits for. */
  waitsFor: Map<string, Set<string>>
}

/** What can be offered to an entry now, best first; late money takes the very seats that it paid for. */
export function optionsOf(queue: Queue, entry: QueueEntry, now: Instant): Option[] {
  if (entry.orderId !== null) return entry.lateSeats.map((seat) => ({ ...seat, minimum: 1, terms: null }))
  return entry.ticketTypeIds.flatMap((ticketTypeId) => {
    const type = queue.types.get(ticketTypeId)
    const terms = type && type.quotaIds.length > 0 ? offerTerms(queue, type, entry, now) : null
    if (!type || !terms || entry.partySize > type.maxPerOrder || entry.partySize < type.minPerOrder) return []
    return [{ ticketTypeId, quotaIds: type.quotaIds, minimum: Math.max(1, type.minPerOrder), terms }]
  })
}

/**
 * Who is offered what, in the order of the queue. An entry that cannot be served keeps the quotas in which it lacks
 * room from everybody behind it, unless the rules let a party that fits pass over it. An entry is offered one thing at
 * a time; of a party that takes what it can get, the rest keeps its place.
 */
export function planOffers(queue: Queue, now: Instant): Plan {
  const room = new Map([...queue.quotas].map(([id, quota]) => [id, roomOf(quota)]))
  const kept = new Set<string>()
  const plan: Plan = { offers: [], waitsFor: new Map() }
  for (const entry of queue.entries) {
    if (entry.wantedUntilAt !== null && entry.wantedUntilAt <= now) continue
    const options = optionsOf(queue, entry, now)
    const chosen = choose(entry, options, room, kept)
    if (chosen) {
      plan.offers.push({ entry, ...chosen })
      for (const id of chosen.option.quotaIds) room.set(id, room.get(id)! - chosen.seats)
      if (chosen.seats === entry.partySize) continue
    }
    const left = { ...entry, partySize: entry.partySize - (chosen?.seats ?? 0) }
    const lacking = lackOf(left, options, room, kept)
    plan.waitsFor.set(entry.id, lacking)
    if (!queue.rules.passesOver) for (const id of lacking) kept.add(id)
  }
  return plan
}

/** The first option that holds the whole party, else the first that holds a part, if a part is wanted. */
export function choose(
  { partySize, isAllOrNothing, orderId }: QueueEntry,
  options: Option[],
  room: ReadonlyMap<string, number>,
  kept: ReadonlySet<string> = new Set(),
): { option: Option; seats: number } | null {
  const roomIn = ({ quotaIds }: Option) => Math.min(...quotaIds.map((id) => (kept.has(id) ? 0 : (room.get(id) ?? 0))))
  if (orderId !== null) {
    const option = options.find((one) => roomIn(one) >= 1)
    return option ? { option, seats: 1 } : null
  }
  const whole = options.find((option) => roomIn(option) >= partySize)
  if (whole) return { option: whole, seats: partySize }
  if (isAllOrNothing) return null
  const part = options.find((option) => roomIn(option) >= option.minimum)
  return part ? { option: part, seats: roomIn(part) } : null
}

/** The quotas without enough room, of every option; where there would be room, those that are kept for who is before. */
function lackOf(
  { partySize, isAllOrNothing }: QueueEntry,
  options: Option[],
  room: ReadonlyMap<string, number>,
  kept: ReadonlySet<string>,
): Set<string> {
  return new Set(
    options.flatMap(({ quotaIds, minimum }) => {
      const needed = isAllOrNothing ? partySize : minimum
      const full = quotaIds.filter((id) => (room.get(id) ?? 0) < needed)
      return full.length > 0 ? full : quotaIds.filter((id) => kept.has(id))
    }),
  )
}
