import type { Kysely } from 'kysely'
import type { ImportFacts } from './import-plan.ts'
import { LANGUAGES } from '#app/locales/languages.ts'
import { translator } from '#app/locales/translate.ts'
import { countryName } from '#app/values/dates.ts'
import type { Database } from '#db/schema.ts'

/** The programme of an event and what names its sessions may be given; null when there is no such event. */
export async function loadImportFacts(db: Kysely<Database>, eventId: string): Promise<ImportFacts | null> {
  const event = await db
    .selectFrom('events')
    .select(['id', 'zone', 'firstOn', 'lastOn', 'startsAt', 'endsAt', 'venue', 'address', 'city', 'country'])
    .where('id', '=', eventId)
    .executeTakeFirst()
  if (!event) return null
  const { venue, address, city, country, ...rest } = event
  const tracks = await db
    .selectFrom('tracks')
    .leftJoin('trackTexts', 'trackTexts.trackId', 'tracks.id')
    .select(['tracks.id', 'tracks.code', 'trackTexts.title'])
    .where('tracks.eventId', '=', eventId)
    .orderBy('tracks.position')
    .orderBy('tracks.id')
    .execute()
  const sessions = await db
    .selectFrom('sessions')
    .select(['id', 'importUid', 'trackId', 'kind', 'title', 'abstract', 'heldOn', 'startsTime', 'endsTime'])
    .select(['startsAt', 'endsAt', 'room', 'isPublic'])
    .where('eventId', '=', eventId)
    .orderBy('startsAt')
    .orderBy('id')
    .execute()
  return {
    event: { ...rest, places: [venue, address, city, ...inAllLanguages(country)].filter((place) => place !== null) },
    tracks: [...Map.groupBy(tracks, ({ id }) => id)].map(([id, rows]) => ({
      id,
      code: rows[0]!.code,
      titles: rows.flatMap(({ title }) => title ?? []),
    })),
    sessions,
  }
}

/** The country, and the word for being held nowhere else than online. */
function inAllLanguages(country: string | null): string[] {
  return LANGUAGES.flatMap(({ code }) => [
    translator(code)('event.online'),
    ...(country === null ? [] : [country, countryName(country, code)]),
  ])
}
