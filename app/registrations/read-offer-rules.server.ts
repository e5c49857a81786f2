import type { Kysely } from 'kysely'
import { eligibleKey } from './eligible-key.ts'
import type { OfferedEvent, OfferedType } from './offered.ts'
import type { PlaceOrder } from './placing.ts'
import type { Database } from '#db/schema.ts'

type Rules = Pick<OfferedEvent, 'priceRules' | 'taxRules' | 'terms' | 'issuerCountry'>

/** What some events say about prices, taxes and ways to pay; nothing is asked of events that say nothing. */
export async function readEventRules(
  db: Kysely<Database>,
  events: { id: string; hostId: string | null; hasPriceRules: boolean; hasTaxRules: boolean; hasTerms: boolean }[],
): Promise<(eventId: string) => Rules> {
  const idsOf = (which: 'hasPriceRules' | 'hasTaxRules' | 'hasTerms') =>
    events.filter((event) => event[which]).map(({ id }) => id)
  const [priceRules, taxRules, terms, issuers] = await Promise.all([
    readPriceRules(db, idsOf('hasPriceRules')),
    ifAny(idsOf('hasTaxRules'), (ids) =>
      db.selectFrom('taxRules').selectAll().where('eventId', 'in', ids).orderBy('id').execute(),
    ),
    ifAny(idsOf('hasTerms'), (ids) => db.selectFrom('paymentTerms').selectAll().where('eventId', 'in', ids).execute()),
    ifAny(
      events.filter(({ hasTaxRules }) => hasTaxRules).map(({ hostId }) => hostId ?? ''),
      (hostIds) =>
        db
          .selectFrom('issuers')
          .select(['hostId', 'country'])
          .where('hostId', 'in', [...hostIds, ''])
          .execute(),
    ),
  ])
  const hosts = new Map(events.map(({ id, hostId }) => [id, hostId ?? '']))
  const countryOf = (hostId: string) =>
    (issuers.find((one) => one.hostId === hostId) ?? issuers.find((one) => one.hostId === ''))?.country ?? null
  return (eventId) => ({
    priceRules: priceRules.filter((rule) => rule.eventId === eventId),
    taxRules: taxRules.filter((rule) => rule.eventId === eventId),
    terms: terms.filter((row) => row.eventId === eventId),
    issuerCountry: countryOf(hosts.get(eventId) ?? ''),
  })
}

async function readPriceRules(db: Kysely<Database>, eventIds: string[]) {
  if (eventIds.length === 0) return []
  const inThese = db.selectFrom('priceRules').select('id').where('eventId', 'in', eventIds)
  const [rules, types, steps] = await Promise.all([
    db.selectFrom('priceRules').selectAll().where('eventId', 'in', eventIds).orderBy('position').execute(),
    db.selectFrom('priceRuleTypes').selectAll().where('priceRuleId', 'in', inThese).orderBy('part').execute(),
    db.selectFrom('priceRuleSteps').selectAll().where('priceRuleId', 'in', inThese).execute(),
  ])
  return rules.map((rule) => ({
    ...rule,
    types: types.filter(({ priceRuleId }) => priceRuleId === rule.id),
    steps: steps.filter(({ priceRuleId }) => priceRuleId === rule.id),
  }))
}

/** The main ticket types of add-ons that go with some only. */
export async function readMains(
  db: Kysely<Database>,
  types: Iterable<Pick<OfferedType, 'id' | 'isAddon'>>,
): Promise<Map<string, string[]>> {
  const addons = [...types].filter(({ isAddon }) => isAddon === 1).map(({ id }) => id)
  const rows = await ifAny(addons, (ids) =>
    db.selectFrom('ticketTypeMains').selectAll().where('ticketTypeId', 'in', ids).execute(),
  )
  return new Map(
    [...Map.groupBy(rows, ({ ticketTypeId }) => ticketTypeId)].map(([id, own]) => [
      id,
      own.map(({ mainTypeId }) => mainTypeId),
    ]),
  )
}

/** What these reservations have left, by quota; one that is over is not there. */
export async function readReserved(
  db: Kysely<Database>,
  reservationIds: string[],
): Promise<Map<string, Map<string, number>>> {
  const rows = await ifAny([...new Set(reservationIds)], (ids) =>
    db
      .selectFrom('reservedSeats')
      .innerJoin('reservations', 'reservations.id', 'reservedSeats.reservationId')
      .select(['reservationId', 'quotaId', 'remaining'])
      .where('reservationId', 'in', ids)
      .where('endedAt', 'is', null)
      .execute(),
  )
  return new Map(
    [...Map.groupBy(rows, ({ reservationId }) => reservationId)].map(([id, own]) => [
      id,
      new Map(own.map(({ quotaId, remaining }) => [quotaId, remaining])),
    ]),
  )
}

/** Which of the people on these orders stand on an organizer's list that their ticket type asks for. */
export async function readEligible(
  db: Kysely<Database>,
  orders: PlaceOrder[],
  types: ReadonlyMap<string, OfferedType>,
): Promise<Set<string>> {
  const keys = orders.flatMap(({ eventId, people }) =>
    people.flatMap(({ ticketTypeId, email, proof }) => {
      const type = types.get(ticketTypeId)
      if (!type || type.proof !== 'list') return []
      return [email, proof?.memberNumber ?? '']
        .filter(Boolean)
        .map((typed) => eligibleKey(eventId, type.eligibility, typed))
    }),
  )
  const rows = await ifAny(keys, (keyHashes) =>
    db.selectFrom('eligiblePeople').select('keyHash').where('keyHash', 'in', keyHashes).execute(),
  )
  return new Set(rows.map(({ keyHash }) => keyHash))
}

async function ifAny<Key, Row>(keys: Key[], read: (keys: Key[]) => Promise<Row[]>): Promise<Row[]> {
  return keys.length === 0 ? [] : await read(keys)
}
