import type { Instant } from '#app/values/moment.ts'

/** When a mail is due that somebody holds back: never, until it is let go again. */
export const HELD_BACK: Instant = '9999-12-31T00:00:00.000Z'
