import { type Kysely, sql } from 'kysely'
import { TRACK_OR_NONE } from '#app/registrations/track-of.server.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

export interface TrackSeats {
  id: string
  code: string
  title: string
  confirmed: number
  /** Seats of the track's quotas; null: as many as come. */
  seats: number | null
}

export interface DecisionFacts {
  confirmed: number
  held: number
  countries: number
  tracks: TrackSeats[]
  /** Confirmed people who belong to no track. */
  withoutTrack: number
  /** Of the survey before the course; null: there is none that is open. */
  survey: { answered: number; of: number } | null
  tasks: { open: number; overdue: number; done: number }
}

/** What an organizer looks at before saying whether an event is held: six queries. */
export async function decisionFacts(
  db: Kysely<Database>,
  { eventId, language, today }: { eventId: string; language: string; today: string },
): Promise<DecisionFacts> {
  const [people, tracks, seats, survey, tasks] = [
    await peopleOf(db, eventId),
    await tracksOf(db, eventId),
    await seatsOf(db, eventId),
    await surveyOf(db, eventId),
    await tasksOf(db, eventId, today),
  ]
  const confirmed = people.filter(({ state }) => state === 'confirmed')
  const sum = (rows: typeof people) => rows.reduce((total, { count }) => total + Number(count), 0)
  const all = sum(confirmed)
  return {
    confirmed: all,
    held: sum(people.filter(({ state }) => state === 'held')),
    countries: new Set(confirmed.flatMap(({ country }) => country ?? [])).size,
    withoutTrack: sum(confirmed.filter(({ trackId }) => trackId === '')),
    tracks: [...Map.groupBy(tracks, ({ id }) => id)].map(([id, texts]) => {
      const known = texts.flatMap(({ language, title }) => (language && title ? [{ language, title }] : []))
      const size = seats.find(({ trackId }) => trackId === id)?.size
      return {
        id,
        code: texts[0]!.code,
        title: inLanguage(known, language)?.title ?? texts[0]!.code,
        confirmed: sum(confirmed.filter(({ trackId }) => trackId === id)),
        seats: size === undefined ? null : Number(size),
      }
    }),
    survey: survey && { answered: survey.answered, of: all },
    tasks,
  }
}

async function peopleOf(db: Kysely<Database>, eventId: string) {
  return await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .select((row) => [
      'registrations.state',
      'people.country',
      TRACK_OR_NONE.as('trackId'),
      row.fn.countAll<number | string>().as('count'),
    ])
    .where('registrations.eventId', '=', eventId)
    .where('registrations.state', 'in', ['confirmed', 'held'])
    .groupBy(['registrations.state', 'people.country', TRACK_OR_NONE])
    .execute()
}

async function tracksOf(db: Kysely<Database>, eventId: string) {
  return await db
    .selectFrom('tracks')
    .leftJoin('trackTexts as text', 'text.trackId', 'tracks.id')
    .select(['tracks.id', 'tracks.code', 'text.language', 'text.title'])
    .where('tracks.eventId', '=', eventId)
    .orderBy('tracks.position')
    .orderBy('tracks.id')
    .execute()
}

/** The size of the smallest pool that a track has of its own. */
async function seatsOf(db: Kysely<Database>, eventId: string) {
  return await db
    .selectFrom('quotas')
    .select((row) => ['trackId', row.fn.min<number | string>('size').as('size')])
    .where('eventId', '=', eventId)
    .where('trackId', 'is not', null)
    .groupBy('trackId')
    .execute()
}

async function surveyOf(db: Kysely<Database>, eventId: string): Promise<{ answered: number } | null> {
  const { surveys, answered } = await db
    .selectNoFrom((eb) => [
      eb
        .selectFrom('surveys')
        .select((row) => row.fn.countAll<number | string>().as('n'))
        .where('eventId', '=', eventId)
        .where('kind', '=', 'before')
        .where('status', '<>', 'draft')
        .as('surveys'),
      eb
        .selectFrom('surveyTurnouts')
        .innerJoin('surveys', 'surveys.id', 'surveyTurnouts.surveyId')
        .innerJoin('registrations', 'registrations.id', 'surveyTurnouts.registrationId')
        .select(sql<number | string>`count(distinct registrations.id)`.as('n'))
        .where('surveys.eventId', '=', eventId)
        .where('surveys.kind', '=', 'before')
        .where('registrations.state', '=', 'confirmed')
        .as('answered'),
    ])
    .executeTakeFirstOrThrow()
  return Number(surveys) === 0 ? null : { answered: Number(answered) }
}

async function tasksOf(db: Kysely<Database>, eventId: string, today: string) {
  const rows = await db.selectFrom('eventTasks').select(['dueOn', 'doneAt']).where('eventId', '=', eventId).execute()
  const open = rows.filter(({ doneAt }) => doneAt === null)
  return {
    open: open.length,
    overdue: open.filter(({ dueOn }) => dueOn !== null && dueOn < today).length,
    done: rows.length - open.length,
  }
}
