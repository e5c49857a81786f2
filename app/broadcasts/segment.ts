import { z } from 'zod'
import type { WordsFor } from '#app/mail/placeholders.ts'
import {
  addressOfFilter,
  filterOfAddress,
  parseFilter,
  type RegistrationFilter,
} from '#app/participants/selection/registration-filter.ts'

/**
 * Whom a mail is for. It is kept as it was asked for and read again when the mail is sent. `orderers`: to whoever
 * ordered the seats, and pays for them, instead of those who sit on them.
 */
export type Segment =
  | { of: 'registrations'; filter: RegistrationFilter; to: 'people' | 'orderers' }
  | { of: 'waiting'; quotaId: string | null; ticketTypeId: string | null }
  | { of: 'programme'; trackId: string | null }
  | { of: 'team' }

const id = z.string().max(36).nullable()
const stored = z.discriminatedUnion('of', [
  z.object({
    of: z.literal('registrations'),
    filter: z.unknown().transform((json): RegistrationFilter => parseFilter(json)),
    to: z.enum(['people', 'orderers']),
  }),
  z.object({ of: z.literal('waiting'), quotaId: id, ticketTypeId: id }),
  z.object({ of: z.literal('programme'), trackId: id }),
  z.object({ of: z.literal('team') }),
])

/** The segment that was stored. @throws when it is none. */
export function parseSegment(json: string): Segment {
  return stored.parse(JSON.parse(json))
}

/** The segment that an address asks for. Of registrations it is those with a seat, unless it says which. */
export function segmentOfAddress(address: URLSearchParams): Segment {
  const one = (name: string) => {
    const value = address.get(name) ?? ''
    return value !== '' && value.length <= 36 ? value : null
  }
  const whom = address.get('whom')
  if (whom === 'waiting') return { of: 'waiting', quotaId: one('quota'), ticketTypeId: one('ticket') }
  if (whom === 'programme') return { of: 'programme', trackId: one('track') }
  if (whom === 'team') return { of: 'team' }
  const filter = filterOfAddress(address)
  return {
    of: 'registrations',
    filter: { ...filter, states: filter.states.length > 0 ? filter.states : ['held', 'confirmed'] },
    to: whom === 'people' || (filter.money !== 'unpaid' && whom !== 'orderers') ? 'people' : 'orderers',
  }
}

/** The query of an address that asks for this segment. */
export function addressOfSegment(segment: Segment): URLSearchParams {
  if (segment.of === 'registrations') {
    const address = addressOfFilter(segment.filter)
    address.set('whom', segment.to)
    return address
  }
  const { of, ...parts } = segment
  const names = { quotaId: 'quota', ticketTypeId: 'ticket', trackId: 'track' } as const
  const pairs = Object.entries(parts).flatMap(([name, value]) =>
    value ? [[names[name as keyof typeof names], value]] : [],
  )
  return new URLSearchParams([['whom', of], ...pairs])
}

/** What a mail to it can say of each. */
export function wordsFor(segment: Segment): Exclude<WordsFor, 'order'> {
  return segment.of === 'registrations' ? 'registration' : segment.of
}
