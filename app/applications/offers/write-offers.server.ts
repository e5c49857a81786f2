import type { Kysely } from 'kysely'
import type { OfferFacts, OfferPromise } from './offer-facts.server.ts'
import type { Offering } from './offering.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { setAllAside } from '#app/registrations/seats/reservations.server.ts'
import { holdFunds } from '#app/scholarships/funds/hold-funds.server.ts'
import { offerAwards } from '#app/scholarships/awards/offer-award.server.ts'
import { proposeAwards } from '#app/scholarships/awards/propose-awards.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

/** On which terms offers are made. */
export interface OfferTerms {
  offering: Offering
  wave: number
  untilAt: Instant
  releaseId: string | null
  now: Instant
  actor: Actor
}

/**
 * Makes offers of promises: one guarded update per quota and per fund for all of them, and all of them or none. Returns
 * their ids in the order of the promises.
 * @throws Refused `choice-full`, `seats-gone`, `funds-short`, `fund-short` when there is not room for all.
 */
export async function writeOffers(
  db: Kysely<Database>,
  { facts, promises, terms }: { facts: OfferFacts; promises: OfferPromise[]; terms: OfferTerms },
): Promise<string[]> {
  const { offering, wave, untilAt, releaseId, now, actor } = terms
  const taken = takenWith(facts, promises)
  const made = promises.map((promise) => ({ id: newId(now), promise }))
  const reservations = await holdSeats(db, made, terms)
  const awards = await holdAwards(db, promises, terms)
  const rows = made.map(({ id, promise: { applicationId, choiceId, ticketTypeId, eventId } }) => ({
    id,
    callId: offering.callId,
    applicationId,
    eventId,
    choiceId,
    ticketTypeId,
    awardId: awards.get(applicationId) ?? null,
    reservationId: reservations.get(id) ?? null,
    wave,
    releaseId,
    state: 'open' as const,
    activeKey: applicationId,
    untilAt,
    remindedAt: null,
    answeredAt: null,
    orderId: null,
    reason: '',
    createdAt: now,
    updatedAt: now,
  }))
  await db.insertInto('callOffers').values(rows).execute()
  await recordAudit(
    db,
    now,
    rows.map(({ id, applicationId, choiceId, awardId, eventId }) => ({
      actor,
      action: 'call-offer.open',
      objectKind: 'call-offer',
      objectId: id,
      eventId,
      after: { applicationId, choiceId, awardId, wave, untilAt },
    })),
  )
  facts.taken = taken
  return rows.map(({ id }) => id)
}

/** How many of each choice are promised with these. The wall of a choice stands beside its quotas. */
function takenWith({ taken, choices }: OfferFacts, promises: OfferPromise[]): Map<string, number> {
  const sums = new Map(taken)
  for (const { choiceId } of promises) {
    if (choiceId === null) continue
    const sum = (sums.get(choiceId) ?? 0) + 1
    const { seats } = choices.get(choiceId)!
    if (seats !== null && sum > seats) throw new Refused({ code: 'choice-full' })
    sums.set(choiceId, sum)
  }
  return sums
}

type Made = { id: string; promise: OfferPromise }[]

/** The reservations by offer; none where a ticket draws on no quota, or there is none. */
async function holdSeats(
  db: Kysely<Database>,
  made: Made,
  { untilAt, now, actor }: OfferTerms,
): Promise<Map<string, string>> {
  const seated = made.filter(({ promise }) => promise.quotaIds.length > 0)
  const asides = seated.map(({ id, promise: { eventId, quotaIds } }) => ({
    eventId,
    kind: 'admission' as const,
    subjectId: id,
    name: '',
    untilAt,
    demand: new Map(quotaIds.map((quotaId) => [quotaId, 1])),
  }))
  const set = await setAllAside(db, asides, { isForQueue: true, now, actor })
  if (!set.ok) throw new Refused({ code: 'seats-gone' })
  return new Map(seated.map(({ id }, at) => [id, set.ids[at]!]))
}

/** The awards by application. The funds are held after the quotas and before they are planned with. */
async function holdAwards(
  db: Kysely<Database>,
  promises: OfferPromise[],
  { offering: { eventId, callId }, now, actor }: OfferTerms,
): Promise<Map<string, string>> {
  const wanted = promises.flatMap(({ applicationId, packageId, awardee }) =>
    packageId === null ? [] : [{ applicationId, packageId, awardee }],
  )
  if (wanted.length === 0) return new Map()
  await holdFunds(db, eventId)
  const awards = await proposeAwards(db, { eventId, callId, wanted, now, actor })
  await offerAwards(db, { awardIds: [...awards.values()], now, actor })
  return awards
}
