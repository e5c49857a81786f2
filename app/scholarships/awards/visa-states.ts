import type { VisaState } from '#db/schema.ts'

/** What the holder of an award may say of the visa; the letter is the organizers'. */
export const OWN_VISA_STATES = ['not-needed', 'needed', 'applied', 'granted', 'refused'] as const satisfies VisaState[]

export const VISA_STATES = [
  'unknown',
  'not-needed',
  'needed',
  'letter-requested',
  'letter-issued',
  'applied',
  'granted',
  'refused',
] as const satisfies VisaState[]
