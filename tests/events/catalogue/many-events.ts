import type { Insertable, Kysely } from 'kysely'
import { NOW } from '#tests/support/now.ts'
import { givenSeries } from '#tests/support/given.ts'
import { BLOCK } from '#app/events/search/postings.ts'
import { writeSearch } from '#app/events/search/write-search.server.ts'
import { indexWords } from '#app/events/search-words.ts'
import { addDays } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

const CITIES: [city: string, country: string][] = [
  ['Nairobi', 'KE'],
  ['Kathmandu', 'NP'],
  ['Dakar', 'SN'],
  ['Bogotá', 'CO'],
  ['Kyiv', 'UA'],
  ['Amman', 'JO'],
  ['Suva', 'FJ'],
  ['Port of Spain', 'TT'],
  ['Seoul', 'KR'],
  ['São Paulo', 'BR'],
]
const SUBJECTS = ['Routing', 'Campus networks', 'DNSSEC operations', 'Measurement', 'Exchange points', 'IPv6 access']
const TOPICS = ['routing', 'dns', 'security']
const LANGUAGES = ['en', 'fr', 'es', 'ar']

/** As many published events as wished, one in ten still to come, with tickets for those, spread over everything a filter knows. */
export async function givenManyEvents(db: Kysely<Database>, count: number): Promise<void> {
  const series = [
    await givenSeries(db),
    await givenSeries(db, 'inet', 'inet'),
    await givenSeries(db, 'regional', 'regional'),
  ]
  await db
    .insertInto('topics')
    .values(TOPICS.map((slug) => ({ slug })))
    .execute()
  const numbers = Array.from({ length: count }, (_, at) => at)
  for (let start = 0; start < count; start += IN_ONE) {
    const some = numbers.slice(start, start + IN_ONE)
    await db.transaction().execute(async (db) => {
      for (let from = 0; from < some.length; from += AT_ONCE)
        await insertSome(db, some.slice(from, from + AT_ONCE), series)
      await writeSearch(db, some.map(searchRow))
    })
  }
}

/** So many in one statement, and in one transaction. */
const AT_ONCE = 500
const IN_ONE = BLOCK

async function insertSome(db: Kysely<Database>, some: number[], series: { id: string }[]): Promise<void> {
  await db
    .insertInto('events')
    .values(some.map((at) => eventRow(at, series[at % 3]!.id)))
    .execute()
  await db.insertInto('eventTexts').values(some.map(textRow)).execute()
  await db
    .insertInto('eventLanguages')
    .values(some.map((at) => ({ eventId: idOf(at), language: LANGUAGES[at % 4]! })))
    .execute()
  await db
    .insertInto('eventTopics')
    .values(some.map((at) => ({ eventId: idOf(at), topic: TOPICS[at % 3]! })))
    .execute()
  const coming = some.filter(isComing)
  await db.insertInto('ticketTypes').values(coming.map(ticketRow)).execute()
  await db.insertInto('quotas').values(coming.map(quotaRow)).execute()
  await db
    .insertInto('ticketTypeQuotas')
    .values(coming.map((at) => ({ ticketTypeId: idOf(at), quotaId: idOf(at) })))
    .execute()
  const priced = coming.filter((at) => at % 20 === 0)
  if (priced.length > 0) await db.insertInto('priceSteps').values(priced.map(priceRow)).execute()
}

const isComing = (at: number) => at % 10 === 0
const idOf = (at: number) => `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`
const cityOf = (at: number) => CITIES[at % 10 === 0 ? (at / 10) % 10 : at % 10]!
const titleOf = (at: number) => `${SUBJECTS[at % 6]!} in ${cityOf(at)[0]}, part ${at}`

function eventRow(at: number, seriesId: string): Insertable<Database['events']> {
  const startsOn = addDays('2026-11-21', isComing(at) ? 7 + (at % 700) : -40 - (at % 12_000))
  const endsOn = addDays(startsOn, 4)
  const [city, country] = cityOf(at)
  return {
    id: idOf(at),
    slug: `event-${at}`,
    seriesId,
    status: 'published',
    isSample: 0,
    language: 'en',
    format: at % 7 === 0 ? 'hybrid' : 'onsite',
    level: at % 2 === 0 ? 'introductory' : 'advanced',
    admission: isComing(at) ? 'registration' : 'none',
    startsOn,
    endsOn,
    zone: 'UTC',
    firstOn: startsOn,
    lastOn: endsOn,
    startsAt: `${startsOn}T00:00:00.000Z`,
    endsAt: `${addDays(endsOn, 1)}T00:00:00.000Z`,
    country,
    city,
    confirmsOn: 'payment',
    paymentMethods: 'card',
    sequence: 0,
    version: 1,
    languages: LANGUAGES[at % 4]!,
    topics: TOPICS[at % 3]!,
    publishedAt: NOW,
    createdAt: NOW,
    updatedAt: NOW,
  }
}

function textRow(at: number): Insertable<Database['eventTexts']> {
  const summary = 'Five days of practice for people who run networks.'
  const notes = { description: '', accessNote: '', visaNote: '', preparation: '', cancellationNote: '' }
  return { eventId: idOf(at), language: 'en', title: titleOf(at), summary, ...notes }
}

function searchRow(at: number): { eventId: string; words: string } {
  const description = [
    'Five days of practice for people who run networks, with laboratories and a shared plan at the end.',
  ]
  return { eventId: idOf(at), words: indexWords({ title: [titleOf(at)], place: [cityOf(at)[0]], description }) }
}

function ticketRow(at: number): Insertable<Database['ticketTypes']> {
  const rest = {
    admission: 'open',
    attendance: 'onsite',
    isHidden: 0,
    isClosed: 0,
    minPerOrder: 0,
    maxPerOrder: 10,
  } as const
  return { id: idOf(at), eventId: idOf(at), code: 'SEAT', position: 0, allowsRepeat: 0, ...rest }
}

function quotaRow(at: number): Insertable<Database['quotas']> {
  return { id: idOf(at), eventId: idOf(at), name: 'Room', size: 40, overBy: 0, taken: at % 41, position: 0 }
}

function priceRow(at: number): Insertable<Database['priceSteps']> {
  return { id: idOf(at), ticketTypeId: idOf(at), position: 0, kind: 'only', currency: 'USD', amountMinor: 6000 }
}
