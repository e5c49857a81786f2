import type { Kysely } from 'kysely'
import { attendanceShares } from './attendance-shares.server.ts'
import { listStates } from './list-states.server.ts'
import { markAttended } from '#app/scholarships/awards/mark-attended.server.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** Half of what was held is being there; so is having come to the front desk. */
const ENOUGH = 0.5
const AT_ONCE = 100
/** Marks come late from devices; after so many days nobody waits for them. */
const LOOKED_AT = 28

/**
 * After an event: whose attendance says that they came has an award that says so. Only what is still unknown is noted, and
 * nothing is noted of whom nobody marked: not being marked is not staying away. Returns of how many it was noted.
 */
export async function noteAttended(db: Kysely<Database>, { now }: { now: Instant }): Promise<number> {
  let noted = 0
  for (let after = ''; ;) {
    const rows = await unknownAwards(db, { now, after })
    if (rows.length === 0) return noted
    for (const [eventId, of] of Map.groupBy(rows, (row) => row.eventId)) {
      const came = await whoCame(db, { eventId, now, registrationIds: of.map(({ registrationId }) => registrationId) })
      const awardIds = of.filter(({ registrationId }) => came.has(registrationId)).map(({ awardId }) => awardId)
      if (awardIds.length === 0) continue
      const done = await markAttended(db, { eventId, awardIds, attended: 'yes', now, actor: { kind: 'system' } })
      if (done.ok) noted += done.value
    }
    after = rows.at(-1)!.awardId
  }
}

async function unknownAwards(db: Kysely<Database>, { now, after }: { now: Instant; after: string }) {
  return await db
    .selectFrom('awards')
    .innerJoin('events', 'events.id', 'awards.eventId')
    .innerJoin('callOffers', 'callOffers.awardId', 'awards.id')
    .innerJoin('registrations', 'registrations.orderId', 'callOffers.orderId')
    .select(['awards.id as awardId', 'awards.eventId', 'registrations.id as registrationId'])
    .where('awards.attended', '=', 'unknown')
    .where('awards.state', 'in', ['accepted', 'ended'])
    .where('awards.id', '>', after)
    .where('registrations.state', '=', 'confirmed')
    .where('registrations.mainRegistrationId', 'is', null)
    .whereRef('registrations.eventId', '=', 'awards.eventId')
    .where('events.endsAt', '<', now)
    .where('events.endsAt', '>', addMinutes(now, -LOOKED_AT * 24 * 60))
    .orderBy('awards.id')
    .limit(AT_ONCE)
    .execute()
}

/** Who arrived, or was at half of what was held. */
async function whoCame(
  db: Kysely<Database>,
  { eventId, registrationIds, now }: { eventId: string; registrationIds: string[]; now: Instant },
): Promise<Set<string>> {
  const [states, shares] = await Promise.all([
    listStates(db, { eventId, registrationIds }),
    attendanceShares(db, { eventId, registrationIds, now }),
  ])
  const came = registrationIds.filter((id) => {
    const { present, of } = shares.get(id) ?? { present: 0, of: 0 }
    return states.get(id)?.['arrival'] === 'present' || (of > 0 && present / of >= ENOUGH)
  })
  return new Set(came)
}
