import { Leaf } from '../leaf.tsx'
import { usePage } from '../use-page.ts'
import { googleLink, outlookLink } from '#app/calendar/entry-links.ts'
import { whenOf } from '#app/calendar/event-entry.ts'
import type { EventView } from '#app/events/event-view.ts'
import { countryName } from '#app/values/dates.ts'

/** Whether it has days that hold, and is there for everybody. */
export function isAddable({ status, startsOn, postponedAt }: EventView): boolean {
  return status === 'published' && startsOn.length === 10 && postponedAt === null
}

/** The way into the reader's calendar: as it is today, or for good. */
export function CalendarLinks({ event, address }: { event: EventView; address: string }) {
  const { t, path, feed, language } = usePage()
  const { slug, series, host } = event
  const country = event.country ? countryName(event.country, language) : null
  const place =
    event.format === 'online' ? t('event.online') : [event.venue, event.city, country].filter(Boolean).join(', ')
  const entry = { title: event.text.title, address, place, when: whenOf(event) }
  return (
    <Leaf id="calendar" title={t('calendar.event.title')} isPrinted={false}>
      {isAddable(event) && (
        <p className="row">
          <a className="btn" href={feed(`/events/${slug}.ics`)}>
            {t('calendar.event.file')}
          </a>
          <a className="btn" href={googleLink(entry)}>
            {t('calendar.google')}
          </a>
          <a className="btn" href={outlookLink(entry)}>
            {t('calendar.outlook')}
          </a>
        </p>
      )}
      <p>{t(isAddable(event) ? 'calendar.event.text' : 'calendar.event.later')}</p>
      <ul>
        <li>
          <a href={path(`/calendar?series=${series.slug}`)}>
            {t('calendar.event.ofSeries', { series: series.shortName })}
          </a>
        </li>
        {host && (
          <li>
            <a href={path(`/calendar?host=${host.slug}`)}>{t('calendar.event.ofHost', { host: host.name })}</a>
          </li>
        )}
        {event.sessionCount > 0 && (
          <li>
            <a href={path(`/events/${slug}/programme#calendar`)}>{t('calendar.event.sessions')}</a>
          </li>
        )}
      </ul>
    </Leaf>
  )
}
