/** What is over stays in calendars so many days: every program has asked by then, and nobody loses where they just were. */
export const PAST_DAYS = 90
