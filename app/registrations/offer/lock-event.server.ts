import type { Kysely } from 'kysely'
import type { Instant } from '#app/values/moment.ts'
import { Refused } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

/** Lets one change of an event's offer happen after the other, so that each sees what the one before it made. */
export async function lockEvent(db: Kysely<Database>, eventId: string, now: Instant): Promise<void> {
  await db.updateTable('events').set({ updatedAt: now }).where('id', '=', eventId).execute()
}

/**
 * Refuses to overwrite what somebody else saved while the form was open.
 * @param seen what the form was filled in over; left out by who does not ask
 */
export function refuseStale(seen: string | undefined, stored: string): void {
  if (seen !== undefined && seen !== '' && seen !== stored) throw new Refused({ code: 'offer-stale' as const })
}
