import { type Kysely, sql } from 'kysely'
import type { FigureEvent } from './figure-event.server.ts'
import { isLowIncomeEconomy } from '#app/values/economies.ts'
import type { Database } from '#db/schema.ts'

export interface CountryCount {
  country: string
  people: number
}

const people = sql<number | string>`count(*)`

/** The confirmed people of an event, each once. */
function confirmedPeople(db: Kysely<Database>, eventId: string) {
  return db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .where('registrations.eventId', '=', eventId)
    .where('registrations.state', '=', 'confirmed')
    .where('registrations.mainRegistrationId', 'is', null)
}

/** The countries that confirmed people live in, the most frequent first, and how many named none. */
export async function countryFigures(db: Kysely<Database>, eventId: string) {
  const rows = await confirmedPeople(db, eventId)
    .select('people.country')
    .select(people.as('people'))
    .groupBy('people.country')
    .execute()
  const counts = rows.map((row) => ({ country: row.country ?? '', people: Number(row.people) }))
  const countries: CountryCount[] = counts
    .filter(({ country }) => country !== '')
    .toSorted((one, other) => other.people - one.people || (one.country < other.country ? -1 : 1))
  const sum = (some: CountryCount[]) => some.reduce((all, one) => all + one.people, 0)
  return {
    countries,
    people: sum(countries),
    unknown: sum(counts) - sum(countries),
    lowIncome: sum(countries.filter(({ country }) => isLowIncomeEconomy(country))),
  }
}

/** In which languages confirmed people are written to. */
export async function languageFigures(db: Kysely<Database>, eventId: string) {
  const rows = await confirmedPeople(db, eventId)
    .innerJoin('orders', 'orders.id', 'registrations.orderId')
    .select('orders.language')
    .select(people.as('people'))
    .groupBy('orders.language')
    .execute()
  return rows
    .map((row) => ({ language: row.language, people: Number(row.people) }))
    .toSorted((one, other) => other.people - one.people || (one.language < other.language ? -1 : 1))
}

/**
 * How many confirmed people with an address were never confirmed at an earlier event of the series, and how many have an
 * address at all. Null where the series had no earlier event with registrations: there everybody comes for the first time.
 */
export async function firstTimerFigures(db: Kysely<Database>, event: FigureEvent) {
  const known = await db
    .selectFrom('registrations')
    .innerJoin('events', 'events.id', 'registrations.eventId')
    .select('registrations.id')
    .where('events.seriesId', '=', event.seriesId)
    .where('events.firstOn', '<', event.firstOn)
    .where('events.id', '!=', event.id)
    .where('registrations.state', '=', 'confirmed')
    .limit(1)
    .executeTakeFirst()
  if (!known) return null
  const { addresses, returning } = await confirmedPeople(db, event.id)
    .select([
      sql<number | string>`count(distinct people.email_key)`.as('addresses'),
      sql<number | string>`count(distinct case when exists (
        select 1 from people as past
        inner join registrations as earlier on earlier.person_id = past.id and earlier.state = 'confirmed'
        inner join events as edition on edition.id = earlier.event_id
        where past.email_key = people.email_key and edition.series_id = ${event.seriesId}
          and edition.first_on < ${event.firstOn} and edition.id <> ${event.id}
      ) then people.email_key end)`.as('returning'),
    ])
    .where('people.emailKey', 'is not', null)
    .executeTakeFirstOrThrow()
  return { people: Number(addresses), firstTimers: Number(addresses) - Number(returning) }
}

/** What people wrote as their institution, each text once. */
export async function writtenInstitutions(db: Kysely<Database>, eventId: string, limit: number): Promise<string[]> {
  const rows = await confirmedPeople(db, eventId)
    .select('people.affiliation as name')
    .distinct()
    .where('people.affiliation', 'is not', null)
    .where('people.affiliation', '!=', '')
    .limit(limit)
    .execute()
  return rows.map(({ name }) => name!)
}
