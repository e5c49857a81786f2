import type { Kysely } from 'kysely'
import type { OfferRefusal } from './offer-refusal.ts'
import { type OfferPromise, promiseOf, readOfferFacts, type WantedOffer } from './offer-facts.server.ts'
import { type OfferTerms, writeOffers } from './write-offers.server.ts'
import { bumpContentVersion } from '#app/events/event-changed.server.ts'
import { Refused } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { attempt } from '#db/transact.ts'

/**
 * Holds a seat and the money of an award for an applicant until a moment: in the caller's transaction, with the call
 * locked. Returns the offer's id.
 * @throws Refused when the seat or the money is not there (any more): all or nothing of it is held.
 */
export async function makeOffer(db: Kysely<Database>, wanted: WantedOffer, terms: OfferTerms): Promise<string> {
  const facts = await readOfferFacts(db, terms.offering, [wanted])
  const promise = promiseOf(facts, terms.offering, wanted)
  if (!promise.ok) throw new Refused(...promise.refusals)
  const [id] = await writeOffers(db, { facts, promises: [promise.value], terms })
  // There is a seat less for everybody else.
  await bumpContentVersion(db)
  return id!
}

/**
 * As above, for many at once, in their order: together where there is room for all, else halves and halves of halves
 * down to the one that has none. Returns why by application for those who could not be offered what was wanted.
 */
export async function makeOffers(
  db: Kysely<Database>,
  wanted: WantedOffer[],
  terms: OfferTerms,
): Promise<Map<string, OfferRefusal>> {
  const refused = new Map<string, OfferRefusal>()
  if (wanted.length === 0) return refused
  const facts = await readOfferFacts(db, terms.offering, wanted)
  const promises: OfferPromise[] = []
  for (const one of wanted) {
    const promise = promiseOf(facts, terms.offering, one)
    if (promise.ok) promises.push(promise.value)
    else refused.set(one.applicationId, promise.refusals[0]!.code)
  }
  const write = async (some: OfferPromise[]): Promise<void> => {
    if (some.length === 0) return
    const written = await attempt<string[], OfferRefusal>(db, (db) => writeOffers(db, { facts, promises: some, terms }))
    if (written.ok) return
    if (some.length === 1) {
      refused.set(some[0]!.applicationId, written.refusals[0]!.code)
      return
    }
    const half = Math.ceil(some.length / 2)
    await write(some.slice(0, half))
    await write(some.slice(half))
  }
  await write(promises)
  if (refused.size < wanted.length) await bumpContentVersion(db)
  return refused
}
