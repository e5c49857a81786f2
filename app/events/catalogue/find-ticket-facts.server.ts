import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** The ticket types of events with their prices and quotas, by event, in three queries. */
export async function findTicketFacts(db: Kysely<Database>, eventIds: string[]) {
  const ofThese = db.selectFrom('ticketTypes').select('ticketTypes.id').where('ticketTypes.eventId', 'in', eventIds)
  const [types, steps, quotas] = await Promise.all([
    db
      .selectFrom('ticketTypes')
      .select(['id', 'eventId', 'admission', 'isHidden', 'isAddon', 'isClosed', 'onSaleFromAt', 'onSaleUntilAt'])
      .where('eventId', 'in', eventIds)
      .execute(),
    db
      .selectFrom('priceSteps')
      .select(['ticketTypeId', 'startsAt', 'endsAt', 'currency', 'amountMinor'])
      .where('ticketTypeId', 'in', ofThese)
      .execute(),
    db
      .selectFrom('ticketTypeQuotas')
      .innerJoin('quotas', 'quotas.id', 'ticketTypeQuotas.quotaId')
      .select(['ticketTypeQuotas.ticketTypeId', 'quotas.id', 'quotas.size', 'quotas.taken', 'quotas.waiting'])
      .where('ticketTypeQuotas.ticketTypeId', 'in', ofThese)
      .execute(),
  ])
  const stepsOf = Map.groupBy(steps, (step) => step.ticketTypeId)
  const open = quotas.map(({ waiting, ...quota }) => ({
    ...quota,
    taken: waiting > 0 ? Math.max(quota.taken, quota.size) : quota.taken,
  }))
  const quotasOf = Map.groupBy(open, (quota) => quota.ticketTypeId)
  return Map.groupBy(
    types.map((type) => ({ ...type, steps: stepsOf.get(type.id) ?? [], quotas: quotasOf.get(type.id) ?? [] })),
    (type) => type.eventId,
  )
}
