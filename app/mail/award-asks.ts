import type { VisaState } from '#db/schema.ts'

/** States of a visa that a mail still has a question about. */
export const OPEN_VISA_STATES = [
  'unknown',
  'needed',
  'letter-requested',
  'letter-issued',
  'applied',
] as const satisfies VisaState[]

/** So many days after an event receipts are asked for; then it is settled by hand. */
export const RECEIPTS_WITHIN_DAYS = 35
