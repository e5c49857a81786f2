import type { Kysely } from 'kysely'
import type { Offered } from './offered.ts'
import type { PlaceOrder } from './placing.ts'
import type { Database } from '#db/schema.ts'

/** What the events and ticket types of these orders are now, in four questions however many orders there are. */
export async function readOffered(db: Kysely<Database>, orders: PlaceOrder[]): Promise<Offered> {
  const eventIds = [...new Set(orders.map(({ eventId }) => eventId))]
  const typeIds = [...new Set(orders.flatMap(({ people }) => people.map(({ ticketTypeId }) => ticketTypeId)))]
  const [events, types, steps, quotas] = await Promise.all([
    db
      .selectFrom('events')
      .select(['id', 'status', 'admission', 'language', 'currency', 'confirmsOn', 'paymentMethods', 'endsAt'])
      .where('id', 'in', [...eventIds, ''])
      .execute(),
    db
      .selectFrom('ticketTypes')
      .leftJoin('ticketTypeTexts as text', 'text.ticketTypeId', 'ticketTypes.id')
      .selectAll('ticketTypes')
      .select(['text.language', 'text.name'])
      .where('id', 'in', [...typeIds, ''])
      .execute(),
    db
      .selectFrom('priceSteps')
      .selectAll()
      .where('ticketTypeId', 'in', [...typeIds, ''])
      .orderBy('position')
      .execute(),
    db
      .selectFrom('ticketTypeQuotas')
      .innerJoin('quotas', 'quotas.id', 'ticketTypeQuotas.quotaId')
      .select(['ticketTypeId', 'quotas.id', 'quotas.size', 'quotas.overBy', 'quotas.taken'])
      .where('ticketTypeId', 'in', [...typeIds, ''])
      .execute(),
  ])
  const stepsOf = Map.groupBy(steps, ({ ticketTypeId }) => ticketTypeId)
  const quotasOf = Map.groupBy(quotas, ({ ticketTypeId }) => ticketTypeId)
  return {
    events: new Map(events.map((event) => [event.id, event])),
    types: new Map(
      [...Map.groupBy(types, ({ id }) => id)].map(([id, rows]) => {
        const { language: _language, name: _name, position: _position, ...type } = rows[0]!
        const names = rows.flatMap(({ language, name }) => (language && name ? [[language, name] as const] : []))
        const quotaIds = (quotasOf.get(id) ?? []).map((quota) => quota.id)
        return [id, { ...type, names: new Map(names), steps: stepsOf.get(id) ?? [], quotaIds }]
      }),
    ),
    quotas: new Map(quotas.map(({ id, size, overBy, taken }) => [id, { size: size + overBy, taken }])),
  }
}
