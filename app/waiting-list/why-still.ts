import { optionsOf, planOffers } from './plan-offers.ts'
import { type Queue, type QueueEntry, roomOf } from './queue.ts'
import { whyNotOnSale } from '#app/registrations/offered.ts'
import type { Instant } from '#app/values/moment.ts'

/** What keeps seats of a quota from coming free. */
export interface Around {
  offers: { seats: number; untilAt: Instant; quotaIds: string[] }[]
  /** Seats of registrations that wait for money. */
  held: { quotaId: string; seats: number }[]
  blocks: { quotaId: string; seats: number; untilAt: Instant | null }[]
}

/** Why somebody still waits; each has its sentence in the catalogues. */
export type Why =
  | { is: 'moving' | 'closed' | 'too-late' | 'nothing-free' | 'behind' }
  | { is: 'front-needs' | 'you-need'; wanted: number; free: number }
  | { is: 'offer-open'; seats: number; untilAt: Instant }
  | { is: 'held'; seats: number }
  | { is: 'blocked'; seats: number; untilAt: Instant | null }

/** The reasons why an entry has no seat yet, the most telling first. */
export function whyStill(queue: Queue, entry: QueueEntry, around: Around, now: Instant): Why[] {
  const options = optionsOf(queue, entry, now)
  if (options.length === 0) return [{ is: isOnSale(queue, entry, now) ? 'too-late' : 'closed' }]
  const plan = planOffers(queue, now)
  if (plan.offers.some((offer) => offer.entry.id === entry.id)) return [{ is: 'moving' }]
  const wanted = plan.waitsFor.get(entry.id) ?? new Set(entry.waitingFor)
  const roomIn = (id: string) => roomOf(queue.quotas.get(id) ?? { size: 0, taken: 0 })
  const free = Math.max(...options.map(({ quotaIds }) => Math.min(...quotaIds.map(roomIn))))
  return [...sizeReasons(queue, entry, wanted, free, plan.waitsFor), ...seatReasons(around, wanted)]
}

function isOnSale(queue: Queue, { ticketTypeIds }: QueueEntry, now: Instant): boolean {
  return ticketTypeIds.some((id) => {
    const type = queue.types.get(id)
    return type !== undefined && whyNotOnSale(type, now) === null
  })
}

/** Whose party is too large for what is free: that of who is before, or one's own. */
function sizeReasons(
  { entries }: Queue,
  entry: QueueEntry,
  wanted: ReadonlySet<string>,
  free: number,
  waitsFor: Map<string, Set<string>>,
): Why[] {
  if (free === 0) return [{ is: 'nothing-free' }]
  if (entry.isAllOrNothing && entry.partySize > free) return [{ is: 'you-need', wanted: entry.partySize, free }]
  const front = entries
    .slice(0, entries.indexOf(entry))
    .find(({ id }) => [...(waitsFor.get(id) ?? [])].some((quotaId) => wanted.has(quotaId)))
  return front && front.partySize > free ? [{ is: 'front-needs', wanted: front.partySize, free }] : [{ is: 'behind' }]
}

function seatReasons({ offers, held, blocks }: Around, wanted: ReadonlySet<string>): Why[] {
  const open = offers.filter(({ quotaIds }) => quotaIds.some((id) => wanted.has(id)))
  const paying = Math.max(0, ...held.filter(({ quotaId }) => wanted.has(quotaId)).map(({ seats }) => seats))
  const kept = blocks.filter(({ quotaId }) => wanted.has(quotaId))
  return [
    ...(open.length > 0
      ? [
          {
            is: 'offer-open' as const,
            seats: open.reduce((sum, { seats }) => sum + seats, 0),
            untilAt: open.map(({ untilAt }) => untilAt).toSorted()[0]!,
          },
        ]
      : []),
    ...(paying > 0 ? [{ is: 'held' as const, seats: paying }] : []),
    ...[...Map.groupBy(kept, ({ untilAt }) => untilAt)].map(([untilAt, own]) => ({
      is: 'blocked' as const,
      seats: own.reduce((sum, { seats }) => sum + seats, 0),
      untilAt,
    })),
  ]
}
