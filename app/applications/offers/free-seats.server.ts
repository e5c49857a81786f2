import type { Kysely } from 'kysely'
import type { Offering } from './offering.server.ts'
import type { FreeSeat } from './why-passed-over.ts'
import { listFunds } from '#app/scholarships/funds/list-funds.server.ts'
import type { Database } from '#db/schema.ts'

/** What is free of each choice of a call, with what pays for it: a number of queries that does not grow. */
export async function freeSeats(
  db: Kysely<Database>,
  offering: Offering,
): Promise<(FreeSeat & { free: number | null })[]> {
  const { callId, eventId, visaDays } = offering
  const choices = await db
    .selectFrom('callChoices')
    .innerJoin('events', 'events.id', 'callChoices.eventId')
    .select(['callChoices.id', 'callChoices.code', 'callChoices.language', 'callChoices.seats', 'ticketTypeId'])
    .select(['callChoices.isClosed', 'events.startsAt'])
    .where('callId', '=', callId)
    .orderBy('callChoices.position')
    .execute()
  const quotas = await db
    .selectFrom('ticketTypeQuotas as link')
    .innerJoin('quotas', 'quotas.id', 'link.quotaId')
    .innerJoin('callChoices', 'callChoices.ticketTypeId', 'link.ticketTypeId')
    .select(['link.ticketTypeId', 'quotas.size', 'quotas.overBy', 'quotas.taken'])
    .where('callChoices.callId', '=', callId)
    .execute()
  const taken = await takenByChoice(db, callId)
  const components = await db
    .selectFrom('awardPackageComponents as component')
    .innerJoin('awardPackages', 'awardPackages.id', 'component.packageId')
    .select(['component.packageId', 'component.kind', 'component.amountMinor', 'awardPackages.currency'])
    .where('awardPackages.callId', '=', callId)
    .execute()
  const common = {
    visaDays,
    funds: await listFunds(db, eventId),
    componentsOf: Map.groupBy(components, ({ packageId }) => packageId),
  }
  if (choices.length === 0)
    return [{ choiceId: null, choiceCode: null, taughtIn: null, startsAt: offering.startsAt, free: null, ...common }]
  return choices
    .filter(({ isClosed }) => !isClosed)
    .map(({ id, code, language, seats, ticketTypeId, startsAt }) => {
      const walls = quotas
        .filter((quota) => quota.ticketTypeId === ticketTypeId)
        .map(({ size, overBy, taken }) => size + overBy - taken)
      if (seats !== null) walls.push(seats - (taken.get(id) ?? 0))
      const free = walls.length === 0 ? null : Math.max(0, Math.min(...walls))
      return { choiceId: id, choiceCode: code, taughtIn: language, startsAt, free, ...common }
    })
}

/** How many of each choice are offered, or accepted with a seat that stands. */
export async function takenByChoice(db: Kysely<Database>, callId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('callOffers')
    .select('choiceId')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('callId', '=', callId)
    .where('choiceId', 'is not', null)
    .where((row) =>
      row.or([
        row('state', '=', 'open'),
        row.and([
          row('state', '=', 'accepted'),
          row('orderId', 'is', null),
          row.exists(
            row
              .selectFrom('awards')
              .select('awards.id')
              .whereRef('awards.id', '=', 'callOffers.awardId')
              .where('awards.state', 'in', ['accepted', 'ended']),
          ),
        ]),
        row.and([
          row('state', '=', 'accepted'),
          row.exists(
            row
              .selectFrom('registrations')
              .select('registrations.id')
              .whereRef('registrations.orderId', '=', 'callOffers.orderId')
              .where('registrations.state', 'in', ['held', 'confirmed']),
          ),
        ]),
      ]),
    )
    .groupBy('choiceId')
    .execute()
  return new Map(rows.map(({ choiceId, count }) => [choiceId!, Number(count)]))
}
