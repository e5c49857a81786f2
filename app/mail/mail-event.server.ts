import type { Kysely } from 'kysely'
import { addressOf, type MailSite } from './mail-site.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database, EventStatus } from '#db/schema.ts'
import type { MailEvent } from '#emails/event.ts'

export interface LoadedEvent extends MailEvent {
  id: string
  slug: string
  status: EventStatus
  contactEmail: string | null
}

/** An event as mails tell of it, in three queries; null when there is none. */
export async function mailEvent(
  db: Kysely<Database>,
  site: MailSite,
  eventId: string,
  language: string,
): Promise<LoadedEvent | null> {
  const row = await db
    .selectFrom('events')
    .innerJoin('series', 'series.id', 'events.seriesId')
    .selectAll('events')
    .select('series.mark')
    .where('events.id', '=', eventId)
    .executeTakeFirst()
  if (!row) return null
  const texts = await db
    .selectFrom('eventTexts')
    .select(['language', 'title', 'cancellationNote'])
    .where('eventId', '=', eventId)
    .execute()
  const names = await db
    .selectFrom('seriesTexts')
    .select(['language', 'shortName'])
    .where('seriesId', '=', row.seriesId)
    .execute()
  const text = inLanguage(texts, language, row.language)
  return {
    id: row.id,
    slug: row.slug,
    status: row.status,
    title: text?.title ?? row.slug,
    titleLanguage: text?.language ?? row.language,
    seriesName: inLanguage(names, language)?.shortName ?? '',
    mark: row.mark,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    startsTime: row.startsTime,
    startsAt: row.startsAt,
    zone: row.zone,
    format: row.format,
    city: row.city,
    country: row.country,
    venue: row.venue,
    address: row.address,
    cancellationNote: text?.cancellationNote ?? '',
    contactEmail: row.contactEmail,
    canReply: row.contactEmail !== null,
    url: addressOf(site, language, `/events/${row.slug}`),
    registerUrl: addressOf(site, language, `/events/${row.slug}/register`),
    calendarUrl: addressOf(site, language, `/events/${row.slug}.ics`),
    isPostponed: row.postponedAt !== null,
  }
}
