import type { Kysely } from 'kysely'
import { closeOffer } from './close-offer.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

/** Ends the offers whose time is over, or whose event has begun or is cancelled. Returns how many lapsed. */
export async function lapseOffers(db: Kysely<Database>, { now }: { now: Instant }): Promise<number> {
  const over = await db
    .selectFrom('offers')
    .innerJoin('events', 'events.id', 'offers.eventId')
    .select('offers.id')
    .where('offers.state', '=', 'open')
    .where((row) =>
      row.or([
        row('offers.untilAt', '<=', now),
        row('events.startsAt', '<=', now),
        row('events.status', '=', 'cancelled'),
      ]),
    )
    .execute()
  let lapsed = 0
  for (const { id } of over) {
    // A busy one is left for the next time.
    const result = await transact(db, (db) =>
      closeOffer(db, { offerId: id, as: 'lapsed', actor: { kind: 'system' }, now }),
    )
    if (result.ok && result.value === 'lapsed') lapsed++
  }
  return lapsed
}
