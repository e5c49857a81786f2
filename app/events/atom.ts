import type { ChangedEvent } from './feed-queries.server.ts'
import { xml } from './xml.ts'
import type { Language } from '#app/locales/languages.ts'
import { translator } from '#app/locales/translate.ts'
import { countryName, formatDays } from '#app/values/dates.ts'
import type { Instant } from '#app/values/moment.ts'

interface AtomSite {
  baseUrl: string
  prefix: string
  language: Language
}

/**
 * Events as an Atom feed (RFC 4287). An entry's id is the event's own and outlives its address; `query` is canonical,
 * so that the feed's id is as well. An empty feed was updated when time began, for want of a truer moment.
 */
export function eventsAtom(events: ChangedEvent[], query: string, site: AtomSite): string {
  const t = translator(site.language)
  const address = `${site.baseUrl}${site.prefix}`
  const updated = events[0]?.updatedAt ?? '1970-01-01T00:00:00.000Z'
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${site.language}">
<id>${xml(`${site.baseUrl}/events.atom${query}`)}</id>
<title>${xml(t('event.feeds.atomTitle'))}</title>
<updated>${updated}</updated>
<author><name>${xml(t('event.feeds.author'))}</name></author>
<link rel="self" type="application/atom+xml" href="${xml(`${address}/events.atom${query}`)}"/>
<link rel="alternate" type="text/html" href="${xml(`${address}/events${query}`)}"/>
${events.map((event) => entry(event, address, site.language)).join('')}</feed>
`
}

function entry(event: ChangedEvent, address: string, language: Language): string {
  const t = translator(language)
  const url = `${address}/events/${event.slug}`
  const marked = event.isSample ? t('event.ics.sample', { title: event.title }) : event.title
  const title =
    event.status === 'cancelled'
      ? t('event.ics.cancelled', { title: marked })
      : event.postponedAt !== null
        ? t('event.ics.postponed', { title: marked })
        : marked
  const place =
    event.format === 'online'
      ? t('event.online')
      : [event.city, event.country && countryName(event.country, language)].filter(Boolean).join(', ')
  const when = formatDays(event.startsOn, event.endsOn, language)
  const summary = [event.postponedAt === null ? when : t('event.noDate', { days: when }), place, event.summary]
    .filter(Boolean)
    .join(' · ')
  return `<entry>
<id>urn:uuid:${event.id}</id>
<title>${xml(title)}</title>
<published>${publishedAt(event)}</published>
<updated>${event.updatedAt}</updated>
<link rel="alternate" type="text/html" href="${xml(url)}"/>
<summary xml:lang="${xml(event.textLanguage)}">${xml(summary)}</summary>
</entry>
`
}

function publishedAt({ publishedAt: at, createdAt }: ChangedEvent): Instant {
  return at ?? createdAt
}
