import type { Kysely } from 'kysely'
import { openChanges } from './open-changes.server.ts'
import { withdrawChange } from './withdraw-change.server.ts'
import { cancelRegistrations } from '../seats/cancel-registrations.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

/**
 * Ends seats with what waits on them: changes of ticket, and their vouchers' uses. With the order locked, inside a
 * transaction; money and mails are the caller's.
 * @throws Refused `seat-gone` when one of them is no longer held or confirmed.
 */
export async function endSeats(
  db: Kysely<Database>,
  { registrationIds, reason, now, actor }: { registrationIds: string[]; reason: string; now: Instant; actor: Actor },
): Promise<void> {
  for (const change of await openChanges(db, { registrationIds }))
    await withdrawChange(db, change, 'withdrawn', { now, actor })
  const ended = await cancelRegistrations(db, { registrationIds, now, actor, reason })
  if (!ended.ok || ended.value.cancelled.length !== registrationIds.length)
    throw new Refused({ code: 'seat-gone' as const })
}
