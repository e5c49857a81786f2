import type { AttemptState } from '#db/schema.ts'

/** Money may still come by an attempt in one of these: its order's seats must not lapse. */
export const IN_FLIGHT: AttemptState[] = ['starting', 'open', 'processing', 'unknown']
