import type { Expression, ExpressionBuilder, Kysely, SqlBool } from 'kysely'
import { searchEvents } from '#db/dialects/search.ts'
import type { Database } from '#db/schema.ts'
import { isPublicRow, isPublicRowInOrder } from '#app/calendar/is-public.server.ts'
import { boundsOf, type Instant } from '#app/values/moment.ts'
import { searchWords } from '../search-words.ts'
import type { Dimension } from './facet-tally.ts'
import type { CatalogueFilters } from './filters.ts'

type Events = ExpressionBuilder<Database, 'events'>

/** The condition of each dimension; none when the reader did not ask for it. */
function conditions(
  eb: Events,
  filters: CatalogueFilters,
  now: Instant,
): Partial<Record<Dimension, Expression<SqlBool>>> {
  const { series, country, topic, language, format, level, when } = filters
  return {
    ...(series.length > 0 && {
      series: eb(
        'events.seriesId',
        'in',
        eb.selectFrom('series').select('series.id').where('series.slug', 'in', series),
      ),
    }),
    ...(country.length > 0 && { country: eb('events.country', 'in', country) }),
    ...(topic.length > 0 && {
      topic: eb(
        'events.id',
        'in',
        eb.selectFrom('eventTopics').select('eventTopics.eventId').where('eventTopics.topic', 'in', topic),
      ),
    }),
    ...(language.length > 0 && {
      language: eb(
        'events.id',
        'in',
        eb
          .selectFrom('eventLanguages')
          .select('eventLanguages.eventId')
          .where('eventLanguages.language', 'in', language),
      ),
    }),
    ...(format.length > 0 && { format: eb('events.format', 'in', format) }),
    ...(level.length > 0 && { level: eb('events.level', 'in', level) }),
    ...(filters.isFree && { price: isFree(eb) }),
    ...(filters.hasScholarship && { scholarship: hasScholarship(eb, now) }),
    ...(when !== 'all' && { when: when === 'past' ? eb.not(isUpcoming(eb, now)) : isUpcoming(eb, now) }),
  }
}

/** Still to be held: what is postponed has its old dates until it has new ones, and must not vanish with them. */
export function isUpcoming(eb: Events, now: Instant) {
  return eb.or([
    eb('events.endsAt', '>', now),
    eb.and([eb('events.postponedAt', 'is not', null), eb('events.status', '=', 'published')]),
  ])
}

/** One can take part through Plenary, and nothing that anyone may take costs anything. */
export function isFree(eb: Events) {
  return eb.and([
    eb('events.admission', '!=', 'none'),
    eb('events.id', 'not in', (db) =>
      db
        .selectFrom('priceSteps')
        .innerJoin('ticketTypes', 'ticketTypes.id', 'priceSteps.ticketTypeId')
        .select('ticketTypes.eventId')
        .where('priceSteps.amountMinor', '>', 0)
        .where('ticketTypes.admission', '=', 'open')
        .where('ticketTypes.isHidden', '=', 0),
    ),
  ])
}

export function hasScholarship(eb: Events, now: Instant) {
  return eb.and([
    eb('events.status', '=', 'published'),
    eb('events.scholarshipUntilAt', '>', now),
    eb.or([eb('events.scholarshipFromAt', 'is', null), eb('events.scholarshipFromAt', '<=', now)]),
  ])
}

/** What the public sees: what is published, and what was and is cancelled. */
export function visibleEvents(db: Kysely<Database>) {
  return db.selectFrom('events').where(isPublicRow)
}

/** The same, to be read in the order of days. */
function visibleEventsInOrder(db: Kysely<Database>) {
  return db.selectFrom('events').where(isPublicRowInOrder)
}

/**
 * The visible events that meet the filters, but for the dimensions in `except`. `words` are those of the query;
 * ask `rankOf` how well an event meets them.
 */
export function matchingEvents(
  db: Kysely<Database>,
  filters: CatalogueFilters,
  now: Instant,
  { except = [], isInOrder = false }: { except?: Dimension[]; isInOrder?: boolean } = {},
) {
  const words = searchWords(filters.q)
  const { from, to, host } = filters
  return (isInOrder ? visibleEventsInOrder(db) : visibleEvents(db))
    .$if(words.length > 0, (query) =>
      query.where('events.id', 'in', (eb) => eb.selectFrom(searchEvents(db, words)).select('found.eventId')),
    )
    .$if(from !== null, (query) => query.where('events.lastOn', '>=', boundsOf(from!).first))
    .$if(host.length > 0, (query) =>
      query.where('events.hostId', 'in', (eb) => eb.selectFrom('hosts').select('hosts.id').where('slug', 'in', host)),
    )
    .$if(to !== null, (query) => query.where('events.firstOn', '<=', boundsOf(to!).last))
    .where((eb) =>
      eb.and(
        Object.entries(conditions(eb, filters, now)).flatMap(([name, condition]) =>
          condition && !except.includes(name as Dimension) ? [condition] : [],
        ),
      ),
    )
}
