import { around, type Calendar } from '../calendar.ts'
import type { Instant } from '#app/values/moment.ts'

/** When the demonstration's calls happen: each is somewhere else on its way, so that every stage can be looked at. */
export function ntwCallDays(now: Instant): Calendar {
  // Between the reviews and the committee.
  return around(now, '2027-06-13', { weekOf: '2027-03-15', latest: 6 })
}

export function inetCallDays(now: Instant): Calendar {
  // Open, with weeks to go.
  return around(now, '2027-06-13', { weekOf: '2027-02-08', latest: 6 })
}

export function ndssCallDays(now: Instant): Calendar {
  // In the middle of the reviews.
  return around(now, '2027-03-22', { weekOf: '2026-12-21', latest: 4 })
}
