/** With the head: two thousand sessions, as many as a calendar file may have. */
export const SHEET_LIMITS = { rows: 2001, columns: 60 }
