import { ALL_REGISTRATIONS } from '#app/participants/selection/registration-filter.ts'
import type { Segment } from '../segment.ts'
import type { WordsFor } from '#app/mail/placeholders.ts'

/** The messages of an event of its own, in the order in which they are sent. */
export const OWN_KINDS = ['confirmation', 'practical-notes', 'tomorrow', 'feedback'] as const
export type OwnKind = (typeof OWN_KINDS)[number]

export function isOwnKind(kind: string | undefined): kind is OwnKind {
  return OWN_KINDS.some((one) => one === kind)
}

/** When each is sent unless its organizers say otherwise; the confirmation goes with the order. */
export const OWN_DEFAULTS: Record<OwnKind, { anchor: 'starts' | 'ends'; offsetDays: number; atTime: string } | null> = {
  confirmation: null,
  'practical-notes': { anchor: 'starts', offsetDays: -7, atTime: '09:00' },
  tomorrow: { anchor: 'starts', offsetDays: -1, atTime: '09:00' },
  feedback: { anchor: 'ends', offsetDays: 1, atTime: '10:00' },
}

/** They are for whoever has a seat. */
export const OWN_SEGMENT: Segment = {
  of: 'registrations',
  filter: { ...ALL_REGISTRATIONS, states: ['confirmed'] },
  to: 'people',
}

/** The confirmation goes with whole orders too, so it can say what an order has. */
export function wordsForOwn(kind: OwnKind): WordsFor {
  return kind === 'confirmation' ? 'order' : 'registration'
}
