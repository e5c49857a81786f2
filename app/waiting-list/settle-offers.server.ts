import type { Kysely } from 'kysely'
import { closeOffer } from './close-offer.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

const SYSTEM = { kind: 'system' } as const

/**
 * To be called when an order was placed with an offer's seats: the offer is used. When nobody gets to call it,
 * `settleOffers` finds out from the seats.
 */
export async function noteOfferTaken(
  db: Kysely<Database>,
  { offerId, now }: { offerId: string; now: Instant },
): Promise<Result<void, 'busy'>> {
  return await transact(db, async (db) => {
    await closeOffer(db, { offerId, as: 'unless-used', actor: { kind: 'visitor' }, now })
  })
}

/** Ends the offers of whose seats an order took any. Returns how many. */
export async function settleOffers(db: Kysely<Database>, { now }: { now: Instant }): Promise<number> {
  const used = await db
    .selectFrom('offers')
    .select('offers.id')
    .where('state', '=', 'open')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('registrationSeats as seat')
          .select('seat.quotaId')
          .whereRef('seat.reservationId', '=', 'offers.reservationId'),
      ),
    )
    .execute()
  let settled = 0
  for (const { id } of used) {
    const result = await transact(db, (db) => closeOffer(db, { offerId: id, as: 'unless-used', actor: SYSTEM, now }))
    if (result.ok && result.value !== null) settled++
  }
  return settled
}
