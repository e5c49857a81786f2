import type { Expression, ExpressionBuilder, Kysely, SqlBool } from 'kysely'
import type { Database } from '#db/schema.ts'
import { isPublicRow, isPublicRowInOrder } from '#app/calendar/is-public.server.ts'
import { boundsOf, type Instant } from '#app/values/moment.ts'
import type { CatalogueFilters } from './filters.ts'

type Events = ExpressionBuilder<Database, 'events'>

/** The condition of each filter that the reader set. */
function conditions(db: Kysely<Database>, eb: Events, filters: CatalogueFilters, now: Instant): Expression<SqlBool>[] {
  const { series, country, topic, language, format, level, when } = filters
  const any = (values: string[], condition: () => Expression<SqlBool>) => (values.length > 0 ? [condition()] : [])
  return [
    ...any(series, () =>
      eb('events.seriesId', 'in', eb.selectFrom('series').select('series.id').where('series.slug', 'in', series)),
    ),
    ...any(country, () => eb('events.country', 'in', country)),
    ...any(topic, () =>
      eb('events.id', 'in', eb.selectFrom('eventTopics').select('eventTopics.eventId').where('topic', 'in', topic)),
    ),
    ...any(language, () =>
      eb(
        'events.id',
        'in',
        eb.selectFrom('eventLanguages').select('eventLanguages.eventId').where('language', 'in', language),
      ),
    ),
    ...any(format, () => eb('events.format', 'in', format)),
    ...any(level, () => eb('events.level', 'in', level)),
    ...(filters.isFree ? [isFree(db, eb)] : []),
    ...(filters.hasScholarship ? [hasScholarship(eb, now)] : []),
    ...(when === 'all' ? [] : [when === 'past' ? eb.not(isUpcoming(eb, now)) : isUpcoming(eb, now)]),
  ]
}

/** Still to be held: what is postponed has its old dates until it has new ones, and must not vanish with them. */
export function isUpcoming(eb: Events, now: Instant) {
  return eb.or([
    eb('events.endsAt', '>', now),
    eb.and([eb('events.postponedAt', 'is not', null), eb('events.status', '=', 'published')]),
  ])
}

/** One can take part through Plenary, and nothing that anyone may take costs anything. */
function isFree(db: Kysely<Database>, eb: Events) {
  return eb.and([eb('events.admission', '!=', 'none'), eb('events.id', 'not in', paidEvents(db))])
}

/** The events of which something that anyone may take costs something, as a question to be finished. */
export function paidEvents(db: Kysely<Database>) {
  return db
    .selectFrom('priceSteps')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'priceSteps.ticketTypeId')
    .select('ticketTypes.eventId')
    .where('priceSteps.amountMinor', '>', 0)
    .where('ticketTypes.admission', '=', 'open')
    .where('ticketTypes.isHidden', '=', 0)
}

function hasScholarship(eb: Events, now: Instant) {
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
export function visibleEventsInOrder(db: Kysely<Database>) {
  return db.selectFrom('events').where(isPublicRowInOrder)
}

/**
 * The visible events that meet the filters. `numbers` are those of the documents in which the words were found, where
 * the filters have any.
 */
export function matchingEvents(
  db: Kysely<Database>,
  filters: CatalogueFilters,
  now: Instant,
  { numbers = null, isInOrder = false }: { numbers?: number[] | null; isInOrder?: boolean } = {},
) {
  const { from, to, host } = filters
  return (isInOrder ? visibleEventsInOrder(db) : visibleEvents(db))
    .$if(numbers !== null, (query) =>
      query.where('events.id', 'in', (eb) =>
        eb
          .selectFrom('eventSearch')
          .select('eventSearch.eventId')
          .where('eventSearch.number', 'in', [-1, ...numbers!]),
      ),
    )
    .$if(from !== null, (query) => query.where('events.lastOn', '>=', boundsOf(from!).first))
    .$if(host.length > 0, (query) =>
      query.where('events.hostId', 'in', (eb) => eb.selectFrom('hosts').select('hosts.id').where('slug', 'in', host)),
    )
    .$if(to !== null, (query) => query.where('events.firstOn', '<=', boundsOf(to!).last))
    .where((eb) => eb.and(conditions(db, eb, filters, now)))
}
