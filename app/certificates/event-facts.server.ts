import type { Kysely } from 'kysely'
import type { Signatory } from './certificate.ts'
import { languageOf } from '#app/locales/languages.ts'
import { inLanguage } from '#app/values/in-language.ts'
import { daysBetween } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** All that certificates of an event say beside the name: eight queries, however many there are. */
export async function certificateFacts(db: Kysely<Database>, eventId: string) {
  const event = await db
    .selectFrom('events')
    .innerJoin('series', 'series.id', 'events.seriesId')
    .leftJoin('hosts', 'hosts.id', 'events.hostId')
    .select(['events.id', 'events.slug', 'events.language', 'events.format', 'events.zone', 'events.seriesId'])
    .select(['events.startsOn', 'events.endsOn', 'events.firstOn', 'events.lastOn', 'events.venue', 'events.city'])
    .select(['events.country', 'series.mark', 'hosts.name as host'])
    .where('events.id', '=', eventId)
    .executeTakeFirstOrThrow()
  const [titles, names, tracks, texts, signatories, rule] = await Promise.all([
    db.selectFrom('eventTexts').select(['language', 'title']).where('eventId', '=', eventId).execute(),
    db.selectFrom('seriesTexts').select(['language', 'name']).where('seriesId', '=', event.seriesId).execute(),
    trackNames(db, eventId),
    db.selectFrom('certificateTexts').select(['trackId', 'language', 'body']).where('eventId', '=', eventId).execute(),
    db
      .selectFrom('certificateSignatories')
      .select(['trackId', 'fullName', 'latinName', 'title'])
      .where('eventId', '=', eventId)
      .orderBy('position')
      .orderBy('id')
      .execute(),
    db.selectFrom('certificateRules').select('hours').where('eventId', '=', eventId).executeTakeFirst(),
  ])
  return { ...event, titles, names, tracks, texts, signatories, hours: rule?.hours ?? 0 }
}

export type CertificateFacts = Awaited<ReturnType<typeof certificateFacts>>

async function trackNames(db: Kysely<Database>, eventId: string) {
  return await db
    .selectFrom('tracks')
    .leftJoin('trackTexts', 'trackTexts.trackId', 'tracks.id')
    .select(['tracks.id', 'tracks.code', 'tracks.language as own', 'trackTexts.language', 'trackTexts.title'])
    .where('tracks.eventId', '=', eventId)
    .orderBy('tracks.position')
    .execute()
}

/** The language of the course: the track's, else the event's, as far as Plenary writes it. */
export function certificateLanguage({ language, tracks }: CertificateFacts, trackId: string | null) {
  return languageOf(tracks.find(({ id }) => id === trackId)?.own ?? language)
}

/** A track by its title in a language; null without one. */
export function trackTitle({ tracks }: CertificateFacts, trackId: string | null, language: string): string | null {
  const rows = tracks.filter(({ id }) => id === trackId)
  const texts = rows.flatMap(({ language, title }) => (language && title ? [{ language, title }] : []))
  return inLanguage(texts, language, rows[0]?.own)?.title ?? rows[0]?.code ?? null
}

/** What somebody wrote for a track, or for all of them; null where nobody did. */
export function writtenText({ texts }: CertificateFacts, trackId: string | null, language: string): string | null {
  const own = texts.filter((text) => text.language === language)
  return (own.find((text) => text.trackId === trackId) ?? own.find((text) => text.trackId === ''))?.body ?? null
}

/** Who signs for a track: its own signatories, else those of all tracks. */
export function signatoriesOf({ signatories }: CertificateFacts, trackId: string | null): Signatory[] {
  const own = signatories.filter((one) => one.trackId === trackId)
  const all = own.length > 0 ? own : signatories.filter((one) => one.trackId === '')
  return all.map(({ fullName, latinName, title }) => ({ name: fullName, latinName, title }))
}

export function daysOf({ firstOn, lastOn }: CertificateFacts): number {
  return daysBetween(firstOn, lastOn) + 1
}
