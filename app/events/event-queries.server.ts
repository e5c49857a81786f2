import type { Kysely } from 'kysely'
import { offerOf } from './event-offer.server.ts'
import { peopleOf, relatedTo, sourcesOf, topicsOf, tracksOf } from './event-parts.server.ts'
import type { EventView } from './event-view.ts'
import { highlightsOf } from './event-highlights.server.ts'
import { visaNotesOf } from './travel/visa-notes.server.ts'
import { isPublic } from '#app/calendar/is-public.server.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

/**
 * An event as its page shows it, in a number of queries that depends on nothing. Null when there is none, or when it
 * is a draft and drafts are not allowed: the two look the same to a stranger.
 */
export async function eventView(
  db: Kysely<Database>,
  slug: string,
  language: string,
  { allowDraft = false }: { allowDraft?: boolean } = {},
): Promise<EventView | null> {
  const event = await db
    .selectFrom('events')
    .innerJoin('series', 'series.id', 'events.seriesId')
    .leftJoin('hosts', 'hosts.id', 'events.hostId')
    .selectAll('events')
    .select(['series.slug as seriesSlug', 'series.mark'])
    .select(['hosts.name as hostName', 'hosts.kind as hostKind', 'hosts.url as hostUrl', 'hosts.slug as hostSlug'])
    .where('events.slug', '=', slug)
    .executeTakeFirst()
  if (!event || (!allowDraft && !isPublic(event))) return null
  const [texts, seriesTexts, languages, topics, tracks, people, tickets, programme, related, sources, travelNotes] =
    await Promise.all([
      db.selectFrom('eventTexts').selectAll().where('eventId', '=', event.id).execute(),
      db.selectFrom('seriesTexts').selectAll().where('seriesId', '=', event.seriesId).execute(),
      db.selectFrom('eventLanguages').select('language').where('eventId', '=', event.id).orderBy('language').execute(),
      topicsOf(db, event.id, language),
      tracksOf(db, event.id, language),
      peopleOf(db, event.id),
      offerOf(db, event, language),
      highlightsOf(db, event.id),
      relatedTo(db, event, language),
      sourcesOf(db, event.id),
      visaNotesOf(db, event, language),
    ])
  const text = inLanguage(texts, language, event.language)
  const series = inLanguage(seriesTexts, language)
  return {
    ...event,
    isSample: event.isSample === 1,
    text: text ?? { ...NO_TEXT, language: event.language, title: event.slug },
    textLanguages: texts.map((one) => one.language),
    languages: languages.map((one) => one.language),
    topics,
    series: {
      slug: event.seriesSlug,
      mark: event.mark,
      name: series?.name ?? event.seriesSlug,
      shortName: series?.shortName ?? event.seriesSlug,
      kind: series?.kind ?? '',
    },
    host:
      event.hostSlug && event.hostName && event.hostKind
        ? { slug: event.hostSlug, name: event.hostName, kind: event.hostKind, url: event.hostUrl }
        : null,
    tracks: event.areRoomsPublic === 1 ? tracks : tracks.map((track) => ({ ...track, room: null })),
    people,
    tickets,
    highlights: programme.first,
    sessionCount: programme.count,
    related,
    sources,
    travelNotes: travelNotes.map(({ languages: _, ...note }) => note),
  }
}

const NO_TEXT = { summary: '', description: '', accessNote: '', visaNote: '', preparation: '', cancellationNote: '' }
