import type { EventView } from './event-view.ts'
import { isWithin } from './price-table.ts'
import { hasRoom, isOffered } from './registration-status.ts'
import { addDays, type Instant, offsetName } from '#app/values/moment.ts'
import { plainAmount } from '#app/values/money.ts'

const MODES = { onsite: 'Offline', online: 'Online', hybrid: 'Mixed' } as const

/** The event as schema.org/Event, for search engines (developers.google.com/search/docs/appearance/structured-data/event). */
export function eventJsonLd(event: EventView, address: string, now: Instant) {
  const { text, series } = event
  return {
    '@context': 'https://schema.org',
    '@type': series.mark === 'ntw' || series.mark === 'regional' ? 'EducationEvent' : 'Event',
    '@id': address,
    name: text.title,
    ...(text.summary ? { description: text.summary } : {}),
    url: address,
    startDate: dateOf(event.startsOn, event.startsTime, event.startsAt, event.zone),
    endDate: dateOf(event.endsOn, event.endsTime, event.endsAt, event.zone),
    eventStatus: `https://schema.org/${statusOf(event)}`,
    ...(event.previousOn === null ? {} : { previousStartDate: event.previousOn }),
    eventAttendanceMode: `https://schema.org/${MODES[event.format]}EventAttendanceMode`,
    inLanguage: event.languages,
    location: locationsOf(event, address),
    ...(event.host
      ? { organizer: { '@type': 'Organization', name: event.host.name, url: event.host.url ?? address } }
      : {}),
    ...(event.people.length > 0
      ? { performer: event.people.slice(0, 20).map(({ fullName }) => ({ '@type': 'Person', name: fullName })) }
      : {}),
    superEvent: { '@type': 'EventSeries', name: series.name },
    ...(event.endsAt > now && event.status === 'published' && event.postponedAt === null
      ? { offers: offersOf(event, address, now) }
      : {}),
  }
}

/** Of what is postponed the old date stays, as Google asks for it; of what was moved the old one is told beside the new. */
function statusOf({ status, postponedAt, previousOn }: EventView): string {
  if (status === 'cancelled') return 'EventCancelled'
  if (postponedAt !== null) return 'EventPostponed'
  return previousOn === null ? 'EventScheduled' : 'EventRescheduled'
}

/** A local time carries its offset; a whole day, a month and a year stand as they are known. */
function dateOf(day: string, time: string | null, at: Instant, zone: string): string {
  if (day.length < 10 || time === null) return day
  // Not every reader knows the end of a day by that name.
  if (time === '24:00') return dateOf(addDays(day, 1), '00:00', at, zone)
  const match = /^UTC(?:([+−])(\d+)(?::(\d+))?)?$/.exec(offsetName(at, zone))
  const [, sign = '+', hours = '0', minutes = '00'] = match ?? []
  return `${day}T${time}:00${sign === '−' ? '-' : '+'}${hours.padStart(2, '0')}:${minutes}`
}

function locationsOf(event: EventView, address: string) {
  const online = { '@type': 'VirtualLocation', url: address }
  if (event.format === 'online') return online
  const place = {
    '@type': 'Place',
    name: event.venue ?? event.city ?? event.country ?? '',
    address: {
      '@type': 'PostalAddress',
      ...(event.address ? { streetAddress: event.address } : {}),
      ...(event.city ? { addressLocality: event.city } : {}),
      ...(event.country ? { addressCountry: event.country } : {}),
    },
    ...(event.latitude === null || event.longitude === null
      ? {}
      : { geo: { '@type': 'GeoCoordinates', latitude: event.latitude, longitude: event.longitude } }),
  }
  return event.format === 'hybrid' ? [place, online] : place
}

/** The prices of today, a few of them: a page is read over slow lines. */
function offersOf(event: EventView, address: string, now: Instant) {
  return event.tickets
    .filter((ticket) => isOffered(ticket) && ticket.isClosed === 0)
    .slice(0, 5)
    .flatMap((ticket) => {
      const { text, steps } = ticket
      const step = steps.find((one) => isWithin(one, now))
      if (!step && steps.length > 0) return []
      const free = { amountMinor: 0, currency: event.currency ?? 'USD' }
      return {
        '@type': 'Offer',
        name: text.name,
        price: plainAmount(step ?? free),
        priceCurrency: (step ?? free).currency,
        availability: `https://schema.org/${hasRoom(ticket) ? 'InStock' : 'SoldOut'}`,
        url: address,
      }
    })
}
