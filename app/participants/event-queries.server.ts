import { type Kysely, type SqlBool, sql } from 'kysely'
import { EVENTS_PAGE, existingPage } from './paging.ts'
import { like } from './like.ts'
import { withinReach } from '#app/events/within-reach.ts'
import type { Reach } from '#app/people/rights.ts'
import type { Instant } from '#app/values/moment.ts'
import { inLanguage } from '#app/values/in-language.ts'
import { fold } from '#app/values/text.ts'
import type { Database, EventStatus, RegistrationState } from '#db/schema.ts'

/** Which events of a reach; left out is all of them. Templates are no events. */
export interface EventChoice {
  reach: Reach
  search: string
  now: Instant
  hidesDrafts?: boolean
  when?: 'upcoming' | 'past' | null
  status?: EventStatus | 'postponed' | null
  seriesId?: string | null
}

/** The events within a reach: those to come by date, then those that were, the latest first. */
export async function listReachedEvents(
  db: Kysely<Database>,
  wanted: EventChoice & { language: string; page: number },
) {
  const { now } = wanted
  const { count } = await reached(db, wanted)
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  const page = existingPage(wanted.page, Number(count), EVENTS_PAGE)
  const events = await reached(db, wanted)
    .innerJoin('series', 'series.id', 'events.seriesId')
    .select([
      'events.id',
      'events.slug',
      'events.status',
      'events.isSample',
      'events.language',
      'events.startsOn',
      'events.endsOn',
      'events.startsAt',
      'events.endsAt',
      'events.zone',
      'events.postponedAt',
      'events.country',
      'events.city',
      'events.format',
      'series.mark',
      'events.seriesId',
    ])
    .orderBy(sql`case when events.ends_at >= ${now} then 0 else 1 end`)
    .orderBy(sql`case when events.ends_at >= ${now} then events.first_on end`)
    .orderBy(sql`case when events.ends_at < ${now} then events.first_on end`, 'desc')
    .orderBy('events.id')
    .limit(EVENTS_PAGE)
    .offset((page - 1) * EVENTS_PAGE)
    .execute()
  return { total: Number(count), page, events: await named(db, events, wanted.language) }
}

function reached(
  db: Kysely<Database>,
  { reach, search, now, hidesDrafts = false, when, status, seriesId }: EventChoice,
) {
  return db
    .selectFrom('events')
    .where('events.isTemplate', '=', 0)
    .$if(when === 'upcoming', (query) => query.where('events.endsAt', '>=', now))
    .$if(when === 'past', (query) => query.where('events.endsAt', '<', now))
    .$if(status === 'postponed', (query) => query.where('events.postponedAt', 'is not', null))
    .$if(Boolean(status) && status !== 'postponed', (query) => query.where('events.status', '=', status as EventStatus))
    .$if(Boolean(seriesId), (query) => query.where('events.seriesId', '=', seriesId!))
    .$if(hidesDrafts, (query) => query.where('events.status', '!=', 'draft'))
    .$if(reach !== 'all', (query) => query.where((eb) => withinReach(eb, reach as Exclude<Reach, 'all'>)))
    .$if(search !== '', (query) =>
      query.where(({ or, exists, selectFrom }) =>
        or([
          sql<boolean>`events.slug like ${like(fold(search).replace(/\s+/g, '-'))} escape '!'`,
          exists(
            selectFrom('eventTexts')
              .select('eventTexts.eventId')
              .whereRef('eventTexts.eventId', '=', 'events.id')
              .where(sql<SqlBool>`lower(event_texts.title) like ${like(search.toLowerCase())} escape '!'`),
          ),
        ]),
      ),
    )
}

async function named<Event extends { id: string; slug: string; language: string }>(
  db: Kysely<Database>,
  events: Event[],
  language: string,
) {
  if (events.length === 0) return []
  const ids = events.map(({ id }) => id)
  const [titles, counts] = await Promise.all([
    db.selectFrom('eventTexts').select(['eventId', 'language', 'title']).where('eventId', 'in', ids).execute(),
    db
      .selectFrom('registrations')
      .select(['eventId', 'state', sql<number>`count(*)`.as('count')])
      .where('eventId', 'in', ids)
      .where('state', 'in', ['held', 'confirmed'])
      .groupBy(['eventId', 'state'])
      .execute(),
  ])
  return events.map((event) => {
    const own = titles.filter(({ eventId }) => eventId === event.id)
    const text = inLanguage(own, language, event.language)
    const countOf = (wanted: RegistrationState) =>
      Number(counts.find(({ eventId, state }) => eventId === event.id && state === wanted)?.count ?? 0)
    return {
      ...event,
      title: text?.title ?? event.slug,
      titleLanguage: text?.language ?? event.language,
      confirmed: countOf('confirmed'),
      held: countOf('held'),
    }
  })
}

/** How many active registrations an event has, for its navigation. */
export async function countActive(db: Kysely<Database>, eventId: string): Promise<number> {
  const { count } = await db
    .selectFrom('registrations')
    .select(sql<number>`count(*)`.as('count'))
    .where('eventId', '=', eventId)
    .where('state', 'in', ['held', 'confirmed'])
    .executeTakeFirstOrThrow()
  return Number(count)
}
