import type { Kysely } from 'kysely'
import { saleOf } from './sale-of.server.ts'
import { listTicketTypes } from '#app/registrations/offer/queries.server.ts'
import { moneyOf, priceAt } from '#app/registrations/prices/pricing.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** Every main ticket of an event with its price now, on sale or not: an organizer may give any of them. */
export async function offeredToOrganizers(
  db: Kysely<Database>,
  { eventId, language, now }: { eventId: string; language: string; now: Instant },
) {
  const [sale, types] = await Promise.all([saleOf(db, eventId), listTicketTypes(db, eventId, language)])
  return types
    .filter(({ isAddon }) => isAddon === 0)
    .map(({ id, name, steps, isHidden, isClosed }) => {
      const price = priceAt(steps, sale?.currency ?? null, now)
      return {
        id,
        name,
        price: moneyOf(price),
        hasPrice: price.kind !== 'none',
        isApart: isHidden === 1 || isClosed === 1,
      }
    })
}
