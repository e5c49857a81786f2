import type { Instant } from '#app/values/moment.ts'

/** The moment at which tests happen, unless they say otherwise. */
export const NOW: Instant = '2026-11-21T12:00:00.000Z'
