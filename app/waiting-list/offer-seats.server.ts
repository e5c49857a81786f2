import type { Kysely } from 'kysely'
import { giveLateSeats } from './give-late-seats.server.ts'
import { lockList, lockQuotas } from './lock-list.server.ts'
import { makeOffer } from './make-offer.server.ts'
import { planOffers, type Plan } from './plan-offers.ts'
import type { Queue } from './queue.ts'
import { readQueue } from './read-queue.server.ts'
import { waitForExactly } from './wait-for.server.ts'
import { bumpContentVersion } from '#app/events/event-changed.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

/** So many offers in one transaction; the rest has its turn in the next. */
const AT_ONCE = 20

/** A queue that goes on asking for another turn has a fault; it is left for the next run. */
const TURNS = 200

const SYSTEM = { kind: 'system' } as const

/**
 * Gives every seat that is free to who has waited longest for it: an offer, or the seat itself to whose money is here.
 * Any number of processes may do it at once. Returns how many entries were served.
 */
export async function offerSeats(db: Kysely<Database>, { now }: { now: Instant }): Promise<number> {
  let served = 0
  for (const eventId of await eventsToLookAt(db)) served += await serve(db, eventId, now)
  return served
}

/** Events in which somebody waits for a quota that has room, or for none as far as its flags say. */
async function eventsToLookAt(db: Kysely<Database>): Promise<string[]> {
  const rows = await db
    .selectFrom('waitingListEntries as entry')
    .leftJoin('waitingListQuotas as waits', (join) =>
      join.onRef('waits.entryId', '=', 'entry.id').on('waits.isWaiting', '=', 1),
    )
    .leftJoin('quotas', 'quotas.id', 'waits.quotaId')
    .select('entry.eventId')
    .distinct()
    .where('entry.state', '=', 'waiting')
    .where((row) =>
      row.or([
        row('waits.quotaId', 'is', null),
        row('quotas.taken', '<', row('quotas.size', '+', row.ref('quotas.overBy'))),
      ]),
    )
    .execute()
  return rows.map(({ eventId }) => eventId)
}

async function serve(db: Kysely<Database>, eventId: string, now: Instant): Promise<number> {
  let served = 0
  for (let turn = 0; turn < TURNS; turn++) {
    const glance = await readQueue(db, eventId)
    if (!glance || isSettled(glance, planOffers(glance, now))) return served
    // A busy one is left for the next time.
    const result = await transact(db, (db) => serveLocked(db, eventId, now))
    if (!result.ok) return served
    served += result.value.served
    const { late } = result.value
    if (late === null && result.value.served === 0) return served
    if (late !== null) {
      if (!(await giveLateSeats(db, { entryId: late, now }))) return served
      served++
    }
  }
  return served
}

/** Nobody can be served, and everybody counts for the quotas that they wait for. */
function isSettled({ entries }: Queue, { offers, waitsFor }: Plan): boolean {
  return (
    offers.length === 0 &&
    entries.every(({ id, waitingFor }) => {
      const wanted = waitsFor.get(id) ?? new Set()
      return wanted.size === waitingFor.length && waitingFor.every((quotaId) => wanted.has(quotaId))
    })
  )
}

/**
 * With the list and its quotas held still, so that nobody is passed over by a seat that comes free while we look.
 * Stops before late money, whose order must be locked before anything else.
 */
async function serveLocked(
  db: Kysely<Database>,
  eventId: string,
  now: Instant,
): Promise<{ served: number; late: string | null }> {
  await lockList(db, eventId)
  const seen = await readQueue(db, eventId)
  if (!seen) return { served: 0, late: null }
  await lockQuotas(
    db,
    seen.entries.flatMap((entry) => [
      ...entry.quotaIds,
      ...entry.ticketTypeIds.flatMap((id) => seen.types.get(id)?.quotaIds ?? []),
    ]),
  )
  const queue = (await readQueue(db, eventId))!
  const plan = planOffers(queue, now)
  let served = 0
  for (const offer of plan.offers) {
    if (offer.entry.orderId !== null) return { served, late: offer.entry.id }
    if (served === AT_ONCE) break
    await makeOffer(db, offer, { eventId, now, actor: SYSTEM })
    served++
  }
  let isChanged = served > 0
  // Who was offered something waits for nothing; a rest waits for what the whole did, until the next turn.
  const offered = new Set(plan.offers.map(({ entry }) => entry.id))
  for (const { id } of queue.entries)
    if (!offered.has(id)) isChanged = (await waitForExactly(db, id, plan.waitsFor.get(id) ?? new Set())) || isChanged
  if (isChanged) await bumpContentVersion(db)
  return { served, late: null }
}
