import type { Kysely } from 'kysely'
import type { Offered } from './offered.ts'
import type { OrderOffer } from './order-offer.ts'
import { placedBefore } from './placed-before.server.ts'
import type { PlacedOrder, PlaceOrder } from './placing.ts'
import { orderOffer } from './queries.server.ts'
import { readOffered } from './read-offered.server.ts'
import { askedOnce, askedTogether } from '#app/values/asked-together.ts'
import type { Database } from '#db/schema.ts'

/** What the page for registering asks the database, once for all who ask in the same turn of the event loop. */
export interface SharedReads {
  offer(wanted: Parameters<typeof orderOffer>[1]): Promise<OrderOffer | null>
  /** Of these orders; there may be more in it. */
  offered(orders: PlaceOrder[]): Promise<Offered>
  /** The order that a form has placed at this event already, or null. */
  placed(formKey: string, eventId: string): Promise<PlacedOrder | null>
}

/** In a rush many hundred people ask the same within a second: so few of their questions reach the database. */
export function shareReads(db: Kysely<Database>): SharedReads {
  const once = askedOnce<OrderOffer | null>()
  const before = askedTogether((forms: { formKey: string; eventId: string }[]) => placedBefore(db, forms))
  return {
    async placed(formKey, eventId) {
      if (formKey === '') return null
      const result = (await before([{ formKey, eventId }])).get(formKey)
      return result?.ok ? result.value : null
    },
    offer({ now, ...wanted }) {
      return once(JSON.stringify(wanted), () => orderOffer(db, { ...wanted, now }))
    },
    offered: askedTogether((orders) => readOffered(db, orders)),
  }
}
