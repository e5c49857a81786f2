import type { CallOffersTable } from '#db/schema.ts'

export const OFFER_STATES = [
  'open',
  'accepted',
  'declined',
  'lapsed',
  'withdrawn',
] as const satisfies CallOffersTable['state'][]

export const OFFERS_PAGE = 50
