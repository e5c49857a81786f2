import type { Kysely } from 'kysely'
import { formatCoordinates } from './coordinates.ts'
import { fingerprint, type StoredDetails } from './details.ts'
import { readingAt } from './wall-time.ts'
import { inLanguage } from '#app/values/in-language.ts'
import { currentZoneName } from '#app/values/zones/zone-names.ts'
import type { Database, EventStatus, Flag, SeriesMark } from '#db/schema.ts'

export interface EventForEditing {
  id: string
  slug: string
  status: EventStatus
  version: number
  language: string
  zone: string
  startsOn: string
  endsOn: string
  startsAt: string
  endsAt: string
  currency: string | null
  publishedAt: string | null
  postponedAt: string | null
  onlineUrl: string | null
  cancelledAt: string | null
  isTemplate: Flag
  title: string
  mark: SeriesMark
  seriesId: string
}

/** What every page about an event needs: its title in the wanted language, or else in its own. */
export async function findEventForEditing(
  db: Kysely<Database>,
  eventId: string,
  language: string,
): Promise<EventForEditing | null> {
  const event = await db
    .selectFrom('events')
    .innerJoin('series', 'series.id', 'events.seriesId')
    .select([
      'events.id',
      'events.slug',
      'events.status',
      'events.version',
      'events.language',
      'events.zone',
      'events.startsOn',
      'events.endsOn',
      'events.startsAt',
      'events.endsAt',
      'events.currency',
      'events.publishedAt',
      'events.postponedAt',
      'events.onlineUrl',
      'events.cancelledAt',
      'events.isTemplate',
      'events.seriesId',
      'series.mark',
    ])
    .where('events.id', '=', eventId)
    .executeTakeFirst()
  if (!event) return null
  const titles = await db
    .selectFrom('eventTexts')
    .select(['language', 'title'])
    .where('eventId', '=', eventId)
    .execute()
  const title = inLanguage(titles, language, event.language)?.title
  return { ...event, title: title ?? event.slug }
}

/** A text that one language has and another lacks. */
export type TextField =
  | 'title'
  | 'summary'
  | 'description'
  | 'accessNote'
  | 'visaNote'
  | 'preparation'
  | 'cancellationNote'

export interface DetailsForEditing {
  details: StoredDetails
  version: number
  seen: string
  seriesId: string
  status: EventStatus
  isEverPublished: boolean
  /** Languages in which the event has texts; its own first. */
  textLanguages: string[]
  /** Of each language what it lacks that another has. */
  missing: { language: string; fields: TextField[] }[]
}

/** The public fields with the texts in one language, as the form shows them. A language without texts is empty. */
export async function findDetails(
  db: Kysely<Database>,
  eventId: string,
  textLanguage: string,
): Promise<DetailsForEditing | null> {
  const event = await db.selectFrom('events').selectAll().where('id', '=', eventId).executeTakeFirst()
  if (!event) return null
  const [texts, languages, topics] = await Promise.all([
    db.selectFrom('eventTexts').selectAll().where('eventId', '=', eventId).orderBy('language').execute(),
    db.selectFrom('eventLanguages').select('language').where('eventId', '=', eventId).execute(),
    db.selectFrom('eventTopics').select('topic').where('eventId', '=', eventId).execute(),
  ])
  const text = texts.find((text) => text.language === textLanguage)
  const details: StoredDetails = {
    textLanguage,
    title: text?.title ?? '',
    summary: text?.summary ?? '',
    description: text?.description ?? '',
    accessNote: text?.accessNote ?? '',
    visaNote: text?.visaNote ?? '',
    preparation: text?.preparation ?? '',
    cancellationNote: text?.cancellationNote ?? '',
    slug: event.slug,
    language: event.language,
    languages: languages.map(({ language }) => language).toSorted(),
    startsOn: event.startsOn,
    endsOn: event.endsOn,
    startsTime: event.startsTime ?? '',
    endsTime: event.endsTime ?? '',
    startsMoment: readingAt(event.startsOn, event.startsTime, event.zone, event.startsLater === 1),
    endsMoment: readingAt(event.endsOn, event.endsTime, event.zone, event.endsLater === 1),
    zone: currentZoneName(event.zone),
    format: event.format,
    country: event.country ?? '',
    city: event.city ?? '',
    venue: event.venue ?? '',
    address: event.address ?? '',
    coordinates: formatCoordinates(event),
    venueSeats: String(event.venueSeats ?? ''),
    onlineUrl: event.onlineUrl ?? '',
    level: event.level ?? '',
    hostId: event.hostId ?? '',
    topics: topics.map(({ topic }) => topic).toSorted(),
    contactEmail: event.contactEmail ?? '',
    websiteUrl: event.websiteUrl ?? '',
    conductUrl: event.conductUrl ?? '',
    conductVersion: event.conductVersion ?? '',
    admission: event.admission,
  }
  return {
    details,
    version: event.version,
    seen: fingerprint(details),
    seriesId: event.seriesId,
    status: event.status,
    isEverPublished: event.publishedAt !== null,
    missing: missingTexts(texts),
    textLanguages: texts
      .map(({ language }) => language)
      .toSorted((one, other) => Number(other === event.language) - Number(one === event.language)),
  }
}

const TEXT_FIELDS: TextField[] = [
  'title',
  'summary',
  'description',
  'accessNote',
  'visaNote',
  'preparation',
  'cancellationNote',
]

function missingTexts(texts: ({ language: string } & Record<TextField, string>)[]): DetailsForEditing['missing'] {
  const written = TEXT_FIELDS.filter((field) => texts.some((text) => text[field] !== ''))
  return texts
    .map((text) => ({ language: text.language, fields: written.filter((field) => text[field] === '') }))
    .filter(({ fields }) => fields.length > 0)
}

export async function listHostChoices(db: Kysely<Database>) {
  return await db.selectFrom('hosts').select(['id', 'name', 'kind', 'country']).orderBy('name').orderBy('id').execute()
}

export async function listTopicChoices(db: Kysely<Database>, language: string) {
  const rows = await db.selectFrom('topicTexts').select(['slug', 'language', 'name']).orderBy('slug').execute()
  const slugs = [...new Set(rows.map((row) => row.slug))]
  return slugs.map((slug) => {
    const own = rows.filter((row) => row.slug === slug)
    return { slug, name: inLanguage(own, language)!.name }
  })
}

/** The tracks of an event with their texts in the reader's language, or else the event's. */
export async function listTracks(db: Kysely<Database>, eventId: string, language: string) {
  const [tracks, texts] = await Promise.all([
    db.selectFrom('tracks').selectAll().where('eventId', '=', eventId).orderBy('position').orderBy('id').execute(),
    db
      .selectFrom('trackTexts')
      .innerJoin('tracks', 'tracks.id', 'trackTexts.trackId')
      .selectAll('trackTexts')
      .where('tracks.eventId', '=', eventId)
      .execute(),
  ])
  return tracks.map((track) => {
    const own = texts.filter((text) => text.trackId === track.id)
    const text = inLanguage(own, language, track.language)
    return {
      ...track,
      title: text?.title ?? track.code,
      textLanguage: text?.language ?? track.language,
      textLanguages: own.map(({ language }) => language),
      texts: own.map(({ language, title, summary, prerequisites }) => ({ language, title, summary, prerequisites })),
    }
  })
}

/** Who is named on the page of an event, in its order. */
export async function listEventPeople(db: Kysely<Database>, eventId: string) {
  return await db
    .selectFrom('eventPeople')
    .select(['id', 'role', 'trackId', 'fullName', 'latinName', 'affiliation', 'country'])
    .where('eventId', '=', eventId)
    .orderBy('position')
    .orderBy('id')
    .execute()
}
