import type { ExpressionBuilder, Kysely } from 'kysely'
import { typedCodes } from './prices/claim-vouchers.ts'
import type { Offered, OfferedType } from './offered.ts'
import type { PlaceOrder } from './placing.ts'
import { readEligible, readEventRules, readMains, readReserved } from './read-offer-rules.server.ts'
import { readVouchers } from '#app/vouchers/read-vouchers.server.ts'
import type { Database } from '#db/schema.ts'

/**
 * What the events and ticket types of these orders are now: in four questions however many orders there are, and a
 * second round of them only where there are codes, rules, add-ons, lists or seats set aside.
 */
export async function readOffered(db: Kysely<Database>, orders: PlaceOrder[]): Promise<Offered> {
  const eventIds = [...new Set(orders.map(({ eventId }) => eventId))]
  const typeIds = [...new Set(orders.flatMap(({ people }) => people.map(({ ticketTypeId }) => ticketTypeId)))]
  const [types, steps, quotas, events, vouchers] = await Promise.all([
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
      .select(['ticketTypeId', 'quotas.id', 'quotas.size', 'quotas.overBy', 'quotas.taken', 'quotas.waiting'])
      .where('ticketTypeId', 'in', [...typeIds, ''])
      .execute(),
    readEvents(db, eventIds),
    readVouchers(db, { eventIds, codes: [...new Set(orders.flatMap(typedCodes))] }),
  ])
  const stepsOf = Map.groupBy(steps, ({ ticketTypeId }) => ticketTypeId)
  const quotasOf = Map.groupBy(quotas, ({ ticketTypeId }) => ticketTypeId)
  const offeredTypes = new Map(
    [...Map.groupBy(types, ({ id }) => id)].map(([id, rows]): [string, OfferedType] => {
      const { language: _language, name: _name, position: _position, ...type } = rows[0]!
      const names = rows.flatMap(({ language, name }) => (language && name ? [[language, name] as const] : []))
      const quotaIds = (quotasOf.get(id) ?? []).map((quota) => quota.id)
      return [id, { ...type, names: new Map(names), steps: stepsOf.get(id) ?? [], quotaIds }]
    }),
  )
  const reservationIds = [
    ...orders.flatMap(({ reservation }) => reservation?.id ?? []),
    ...vouchers.flatMap(({ campaign }) => campaign.reservationId ?? []),
  ]
  const [rulesOf, mains, reserved, eligible] = await Promise.all([
    readEventRules(db, events),
    readMains(db, offeredTypes.values()),
    readReserved(db, reservationIds),
    readEligible(db, orders, offeredTypes),
  ])
  return {
    events: new Map(events.map((event) => [event.id, { ...event, ...rulesOf(event.id) }])),
    types: offeredTypes,
    quotas: new Map(
      quotas.map(({ id, size, overBy, taken, waiting }) => [id, { size: size + overBy, taken, waiting }]),
    ),
    mains,
    vouchers,
    reserved,
    eligible,
  }
}

/** The events, and whether there is more to ask about them. */
async function readEvents(db: Kysely<Database>, eventIds: string[]) {
  const has =
    (table: 'priceRules' | 'taxRules' | 'paymentTerms') =>
    ({ exists, selectFrom }: ExpressionBuilder<Database, 'events'>) =>
      exists(selectFrom(table).select(`${table}.eventId`).whereRef(`${table}.eventId`, '=', 'events.id'))
  const rows = await db
    .selectFrom('events')
    .select(['id', 'status', 'admission', 'language', 'currency', 'confirmsOn', 'paymentMethods', 'startsAt', 'endsAt'])
    .select(['country', 'hostId', 'postponedAt'])
    .select((row) => [
      has('priceRules')(row).as('hasPriceRules'),
      has('taxRules')(row).as('hasTaxRules'),
      has('paymentTerms')(row).as('hasTerms'),
    ])
    .where('id', 'in', [...eventIds, ''])
    .execute()
  return rows.map(({ hasPriceRules, hasTaxRules, hasTerms, ...event }) => ({
    ...event,
    hasPriceRules: Number(hasPriceRules) === 1,
    hasTaxRules: Number(hasTaxRules) === 1,
    hasTerms: Number(hasTerms) === 1,
  }))
}
