import { z } from 'zod'
import { VISA_STATES } from './visa-states.ts'
import type { AwardState } from '#db/schema.ts'

export const AWARDS_PAGE = 50

/** Of whom one notes whether they came. */
export const HOLDERS_PAGE = 100

export const CAME = ['unknown', 'yes', 'no'] as const

export const AWARD_STATES = [
  'proposed',
  'offered',
  'accepted',
  'ended',
  'declined',
  'lapsed',
  'withdrawn',
] as const satisfies AwardState[]

const filterSchema = z.object({
  q: z.string().max(100).catch(''),
  state: z.enum(AWARD_STATES).or(z.literal('')).catch(''),
  visa: z.enum(VISA_STATES).or(z.literal('')).catch(''),
  call: z.string().max(60).catch(''),
  fund: z.string().max(36).catch(''),
})

export type AwardFilter = z.output<typeof filterSchema>

/** What the list of awards is narrowed to, as its address says. */
export function readAwardFilter(address: URLSearchParams): AwardFilter {
  const of = (name: string) => address.get(name) ?? ''
  return filterSchema.parse({ q: of('q'), state: of('state'), visa: of('visa'), call: of('call'), fund: of('fund') })
}
