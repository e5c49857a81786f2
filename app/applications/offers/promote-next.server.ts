import type { Kysely } from 'kysely'
import { lockCall } from '../decisions/lock-call.server.ts'
import { freeSeats } from './free-seats.server.ts'
import type { OfferRefusal } from './offer-refusal.ts'
import { isOffering, type Offering, readOffering } from './offering.server.ts'
import { proposeFor } from './plan-promotions.ts'
import { promoteOne } from './promote.server.ts'
import { reserveCandidates } from './reserve-candidates.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'
import { attempt, transact } from '#db/transact.ts'

const SYSTEM = { kind: 'system' } as const

/** So many offers in one transaction; the rest has its turn in the next run. */
const AT_ONCE = 20

/**
 * The reserve list by itself, in the calls whose rule says so: every free seat goes to the next who fits; where a call
 * has waves, only when one begins, and once in each. Returns how many were offered something.
 */
export async function promoteByRule(db: Kysely<Database>, { now }: { now: Instant }): Promise<number> {
  const calls = await db
    .selectFrom('calls')
    .innerJoin('events', 'events.id', 'calls.eventId')
    .select('calls.id')
    .where('calls.promotion', '=', 'by-rule')
    .where('calls.status', 'in', ['open', 'closed'])
    .where('events.startsAt', '>', now)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('decisions')
          .select('decisions.applicationId')
          .whereRef('decisions.callId', '=', 'calls.id')
          .where('decisions.place', 'is not', null)
          .where('decisions.releasedAt', 'is not', null),
      ),
    )
    .execute()
  let promoted = 0
  for (const { id } of calls) promoted += await promoteNext(db, { callId: id, now })
  return promoted
}

/** As above, of one call. A busy one is left for the next time. */
export async function promoteNext(
  db: Kysely<Database>,
  { callId, now }: { callId: string; now: Instant },
): Promise<number> {
  const result = await transact(db, async (db) => {
    await lockCall(db, callId)
    const offering = (await readOffering(db, callId))!
    const wave = runningWave(offering, now)
    if (!isOffering(offering) || wave === null || isLate(offering, now) || (await hasRun(db, offering, wave))) return 0
    const promoted = await promoteAll(db, offering, now)
    if (offering.waves.length > 0 && promoted < AT_ONCE) await noteRun(db, { callId, wave, count: promoted, now })
    return promoted
  })
  return result.ok ? result.value : 0
}

/** 1 where there are no waves. The first wave is the release itself: what it leaves is the second's. */
function runningWave({ waves }: Offering, now: Instant): number | null {
  if (waves.length === 0) return 1
  const running = waves.findLast(({ startsAt, answerUntilAt }) => startsAt <= now && now < answerUntilAt)
  return running && running !== waves[0] ? running.number : null
}

function isLate({ noOffersAfterAt }: Offering, now: Instant): boolean {
  return noOffersAfterAt !== null && noOffersAfterAt <= now
}

/** A wave that the rule has served is noted as a release by nobody. */
async function hasRun(db: Kysely<Database>, { callId, waves }: Offering, wave: number): Promise<boolean> {
  if (waves.length === 0) return false
  const row = await db
    .selectFrom('decisionReleases')
    .select('id')
    .where('callId', '=', callId)
    .where('wave', '=', wave)
    .where('createdBy', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

async function noteRun(
  db: Kysely<Database>,
  { callId, wave, count, now }: { callId: string; wave: number; count: number; now: Instant },
): Promise<void> {
  const row = { callId, wave, count, sendAt: now, createdBy: null, createdAt: now, undoneBy: null, undoneAt: null }
  await db
    .insertInto('decisionReleases')
    .values({ id: newId(now), state: 'sent', ...row })
    .execute()
}

/** Whoever cannot be offered it after all, for money that another took, is asked again at the next run. */
async function promoteAll(db: Kysely<Database>, offering: Offering, now: Instant): Promise<number> {
  const refused = new Set<string>()
  let promoted = 0
  while (promoted < AT_ONCE) {
    const candidates = (await reserveCandidates(db, { callId: offering.callId, now })).filter(
      ({ applicationId }) => !refused.has(applicationId),
    )
    const proposal = (await freeSeats(db, offering))
      .map((seat) => proposeFor(seat, candidates, now))
      .find(({ next }) => next !== null)
    if (!proposal) break
    const { applicationId, packageId } = proposal.next!
    const what = { offering, applicationId, choiceId: proposal.choiceId, packageId, reason: '', now, actor: SYSTEM }
    const made = await attempt<string, OfferRefusal>(db, (db) => promoteOne(db, what))
    if (made.ok) promoted++
    else refused.add(applicationId)
  }
  return promoted
}
