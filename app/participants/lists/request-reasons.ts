/** For what somebody may ask for an emergency contact or for access needs. */
export const REQUEST_REASONS = ['unwell', 'missing', 'access', 'meal', 'other'] as const

export type RequestReason = (typeof REQUEST_REASONS)[number]
