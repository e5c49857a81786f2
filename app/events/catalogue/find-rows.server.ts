import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Instant } from '#app/values/moment.ts'
import { priceRange } from '../price-range.ts'
import { registrationStatus } from '../registration-status.ts'
import { seatCount } from '../seats.ts'
import { findTicketFacts } from './find-ticket-facts.server.ts'
import type { CatalogueRow } from './row.ts'

/** The rows of these events, in their order, in nine queries however many they are. */
export async function findRows(
  db: Kysely<Database>,
  ids: string[],
  language: string,
  now: Instant,
): Promise<CatalogueRow[]> {
  if (ids.length === 0) return []
  const [events, series, texts, seriesTexts, languages, sources, ticketTypes] = await Promise.all([
    db.selectFrom('events').selectAll().where('id', 'in', ids).execute(),
    // All series are fewer than a join would make the databases think of.
    db.selectFrom('series').select(['id', 'slug', 'mark']).execute(),
    db
      .selectFrom('eventTexts')
      .select(['eventId', 'language', 'title', 'summary'])
      .where('eventId', 'in', ids)
      .execute(),
    db.selectFrom('seriesTexts').select(['seriesId', 'language', 'kind']).execute(),
    db.selectFrom('eventLanguages').select(['eventId', 'language']).where('eventId', 'in', ids).execute(),
    db
      .selectFrom('eventSources')
      .select((eb) => ['eventId', eb.fn.countAll<number>().as('count')])
      .where('eventId', 'in', ids)
      .groupBy('eventId')
      .execute(),
    findTicketFacts(db, ids),
  ])
  const seriesOf = new Map(series.map((one) => [one.id, one]))
  const eventOf = new Map(events.map((event) => [event.id, event]))
  const textsOf = Map.groupBy(texts, (text) => text.eventId)
  const kindsOf = Map.groupBy(seriesTexts, (text) => text.seriesId)
  const languagesOf = Map.groupBy(languages, (one) => one.eventId)
  const sourcesOf = new Map(sources.map(({ eventId, count }) => [eventId, Number(count)]))
  return ids.flatMap((id) => {
    const event = eventOf.get(id)
    const own = event && seriesOf.get(event.seriesId)
    if (!event || !own) return []
    const text = inLanguage(textsOf.get(id) ?? [], language, event.language)
    const kind = inLanguage(kindsOf.get(event.seriesId) ?? [], language, 'en')
    const types = ticketTypes.get(id) ?? []
    const { isFree, from } = priceRange(types, event.currency, now)
    const { slug, startsOn, endsOn, firstOn, zone, format, venue, city, country, attendance } = event
    return [
      {
        id,
        slug,
        series: { slug: own.slug, mark: own.mark },
        kind: kind?.kind ?? '',
        kindLanguage: kind?.language ?? language,
        title: text?.title ?? slug,
        summary: text?.summary ?? '',
        language: text?.language ?? event.language,
        startsOn,
        endsOn,
        firstOn,
        zone,
        format,
        venue,
        city,
        country,
        languages: (languagesOf.get(id) ?? []).map((one) => one.language).toSorted(),
        isSample: event.isSample === 1,
        status: registrationStatus({ ...event, ticketTypes: types }, now),
        isFree,
        priceFrom: from,
        seats: seatCount(types),
        attendance,
        attendanceCountries: event.attendanceCountries,
        sourceCount: sourcesOf.get(id) ?? 0,
      },
    ]
  })
}
