import { type Kysely, sql } from 'kysely'
import type { FigureEvent } from './figure-event.server.ts'
import { countryFigures, firstTimerFigures, languageFigures, writtenInstitutions } from './people-figures.server.ts'
import { askedInstitutions, womenFigures } from './question-figures.server.ts'
import { moneyOf, owedFigures } from './money-figures.server.ts'
import { moneyByMethod } from '#app/payments/finance/finance-events.server.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Instant } from '#app/values/moment.ts'
import { fold } from '#app/values/text.ts'
import type { Database } from '#db/schema.ts'

/** Far more institutions than any event has. */
const MOST_INSTITUTIONS = 5000

/** What a report says of one edition, in a number of queries that depends on nothing; money only for who may see it. */
export async function reportFigures(
  db: Kysely<Database>,
  { event, language, hasMoney, now }: { event: FigureEvent; language: string; hasMoney: boolean; now: Instant },
) {
  const [attending, places, languages, firstTimers, women, institutions, programme, tracks, owed, ways] =
    await Promise.all([
      attendingByState(db, event.id),
      countryFigures(db, event.id),
      languageFigures(db, event.id),
      firstTimerFigures(db, event),
      womenFigures(db, event.id),
      institutionsOf(db, event.id),
      programmeFigures(db, event.id),
      trackFigures(db, event, language),
      hasMoney ? owedFigures(db, { eventId: event.id, now }) : null,
      hasMoney ? moneyByMethod(db, event.id) : null,
    ])
  return {
    ...attending,
    ...places,
    languages,
    firstTimers,
    women,
    institutions,
    ...programme,
    tracks,
    money: owed && ways && moneyOf(owed, ways),
    funds: ways?.filter(({ fund, method }) => fund !== '' || method === 'waiver') ?? null,
  }
}

export type ReportFigures = Awaited<ReturnType<typeof reportFigures>>

/** People by what became of their registration, and the confirmed ones by how they come. */
async function attendingByState(db: Kysely<Database>, eventId: string) {
  const rows = await db
    .selectFrom('registrations')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .select(['registrations.state', 'ticketTypes.attendance'])
    .select(sql<number | string>`count(*)`.as('people'))
    .where('registrations.eventId', '=', eventId)
    .where('registrations.mainRegistrationId', 'is', null)
    .groupBy(['registrations.state', 'ticketTypes.attendance'])
    .execute()
  const sum = (isMeant: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(isMeant).reduce((all, row) => all + Number(row.people), 0)
  return {
    confirmed: sum(({ state }) => state === 'confirmed'),
    onsite: sum(({ state, attendance }) => state === 'confirmed' && attendance === 'onsite'),
    online: sum(({ state, attendance }) => state === 'confirmed' && attendance === 'online'),
    held: sum(({ state }) => state === 'held'),
    cancelled: sum(({ state }) => state === 'cancelled'),
  }
}

/** Institutions by name, each once whatever its capitals, accents and signs. */
async function institutionsOf(db: Kysely<Database>, eventId: string): Promise<string[]> {
  const [asked, written] = await Promise.all([
    askedInstitutions(db, eventId, MOST_INSTITUTIONS),
    writtenInstitutions(db, eventId, MOST_INSTITUTIONS),
  ])
  const names = new Map((asked ?? written).toSorted().map((name) => [fold(name), name]))
  return [...names].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, name]) => name)
}

const TEACHING = ['lead-instructor', 'instructor', 'assistant', 'speaker'] as const

/** Sessions that are no break, and how many different people teach or speak. */
async function programmeFigures(db: Kysely<Database>, eventId: string) {
  const [sessions, named, speaking] = await Promise.all([
    db
      .selectFrom('sessions')
      .select(sql<number | string>`count(*)`.as('count'))
      .where('eventId', '=', eventId)
      .where('kind', 'not in', ['break', 'social'])
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('eventPeople')
      .select('fullName')
      .where('eventId', '=', eventId)
      .where('role', 'in', TEACHING)
      .execute(),
    db
      .selectFrom('sessionPeople')
      .innerJoin('sessions', 'sessions.id', 'sessionPeople.sessionId')
      .select('sessionPeople.fullName')
      .distinct()
      .where('sessions.eventId', '=', eventId)
      .where('sessionPeople.role', 'in', TEACHING)
      .execute(),
  ])
  const people = new Set([...named, ...speaking].map(({ fullName }) => fold(fullName)))
  return { sessions: Number(sessions.count), instructors: people.size }
}

/** The tracks with the people confirmed in each, and the seats of the pools that are for it alone. */
async function trackFigures(db: Kysely<Database>, event: FigureEvent, language: string) {
  const [tracks, texts, counts, quotas] = await Promise.all([
    db
      .selectFrom('tracks')
      .select(['id', 'code'])
      .where('eventId', '=', event.id)
      .orderBy('position')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('trackTexts')
      .innerJoin('tracks', 'tracks.id', 'trackTexts.trackId')
      .select(['trackTexts.trackId', 'trackTexts.language', 'trackTexts.title'])
      .where('tracks.eventId', '=', event.id)
      .execute(),
    db
      .selectFrom('registrations')
      .select('trackId')
      .select(sql<number | string>`count(*)`.as('people'))
      .where('eventId', '=', event.id)
      .where('state', '=', 'confirmed')
      .where('mainRegistrationId', 'is', null)
      .groupBy('trackId')
      .execute(),
    db
      .selectFrom('quotas')
      .select('trackId')
      .select(sql<number | string>`sum(size)`.as('seats'))
      .where('eventId', '=', event.id)
      .where('trackId', 'is not', null)
      .groupBy('trackId')
      .execute(),
  ])
  return tracks.map(({ id, code }) => {
    const text = inLanguage(
      texts.filter(({ trackId }) => trackId === id),
      language,
      event.language,
    )
    const seats = quotas.find(({ trackId }) => trackId === id)?.seats
    return {
      id,
      code,
      title: text?.title ?? '',
      people: Number(counts.find(({ trackId }) => trackId === id)?.people ?? 0),
      seats: seats === undefined ? null : Number(seats),
    }
  })
}
