import type { Kysely } from 'kysely'
import { decideRoster } from '../rosters/decide-roster.server.ts'
import { findRoster } from '../rosters/find-roster.server.ts'
import { followRoster } from '../rosters/follow-roster.server.ts'
import { freezeRoster } from '../rosters/freeze-roster.server.ts'
import { saveRosterPlan } from '../rosters/save-roster-plan.server.ts'
import { cancelRegistrations } from '#app/registrations/seats/cancel-registrations.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

interface SampleRoster {
  eventId: string
  accountId: string
  minimum: number
  frozenAt: Instant
  decidedAt: Instant
  /** Whose seats were given back after that, and when. */
  left: { registrationIds: string[]; at: Instant }
}

/** Freezes the list of a sample, decides that it is held and lets somebody leave; a list that is frozen stays as it is. */
export async function freezeSampleRoster(
  db: Kysely<Database>,
  { eventId, accountId, minimum, frozenAt, decidedAt, left }: SampleRoster,
): Promise<Result<void>> {
  const actor = { kind: 'account' as const, id: accountId }
  return await transact<void, string>(db, async (db) => {
    if ((await findRoster(db, eventId)).frozenAt !== null) return
    const version = async () => (await findRoster(db, eventId)).version
    await saveRosterPlan(db, { eventId, form: { way: 'follow', minimum, version: 1 }, now: frozenAt, actor })
    await freezeRoster(db, { eventId, now: frozenAt, actor: { kind: 'system' } })
    const form = { decision: 'go' as const, note: '', version: await version() }
    await decideRoster(db, { eventId, form, now: decidedAt, actor })
    const { registrationIds, at } = left
    await cancelRegistrations(db, { registrationIds, now: at, actor, reason: 'asked' })
    await followRoster(db, { eventId, frozenAt, now: at })
  })
}
