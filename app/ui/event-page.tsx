import { About, Preparation } from './event/about.tsx'
import { Awarded } from './event/awarded.tsx'
import { HelpWithCosts, HowToApply, scholarshipCall } from './event/calls.tsx'
import { CalendarLinks, isAddable } from './event/calendar-links.tsx'
import { Cover } from './event/cover.tsx'
import { Dates } from './event/dates.tsx'
import { Highlights } from './event/highlights.tsx'
import { History } from './event/history.tsx'
import { hasHost, Host } from './event/host.tsx'
import { People } from './event/people.tsx'
import { Tickets } from './event/tickets.tsx'
import { Tracks } from './event/tracks.tsx'
import { hasVenue, tellsOfVisas, Venue } from './event/venue.tsx'
import { foreign } from './foreign.ts'
import { Note } from './note.tsx'
import { seriesOf } from './series-mark.ts'
import { usePage } from './use-page.ts'
import { isPostponed } from '#app/calendar/is-postponed.ts'
import { datesThatMatter } from '#app/events/dates-that-matter.ts'
import type { EventView } from '#app/events/event-view.ts'
import { registrationStatus } from '#app/events/registration-status.ts'
import { formatDays } from '#app/values/dates.ts'

/**
 * The page of an event, whole: `import { EventPage } from '#app/ui/event-page.tsx'`. The public page and the
 * organizer's preview show it alike. `event` is what `eventView` (app/events/event-queries.server.ts) gives,
 * `address` the absolute address of the public page.
 */
export function EventPage({
  event,
  address,
  waiting = null,
  calls = { apply: false, scholarship: false },
  hasAwarded = false,
}: {
  event: EventView
  address: string
  /** How many wait, where there is a list to join. */
  waiting?: number | null
  /** Which pages there are at which one applies. */
  calls?: { apply: boolean; scholarship: boolean }
  /** Whether anybody who was given a scholarship is named. */
  hasAwarded?: boolean
}) {
  const page = usePage()
  const { t, now } = page
  const status = registrationStatus({ ...event, ticketTypes: event.tickets }, now)
  const hasNoDate = status.kind === 'postponed'
  const isPast = event.endsAt <= now && !hasNoDate
  const isOff = isPast || hasNoDate || status.kind === 'cancelled'
  const dates = isOff ? [] : datesThatMatter(event, now)
  const call = isOff ? null : scholarshipCall(event, now)
  const teaches = event.people.some(({ role }) => role !== 'contact')
  const shows = {
    apply: status.kind === 'application' && (calls.apply || event.contactEmail !== null),
    tickets: !isOff && event.tickets.length > 0,
    tracks: event.tracks.length > 0,
    programme: event.highlights.length > 0,
    help: call !== null,
    dates: dates.length > 2,
    who: event.text.preparation !== '',
    venue: hasVenue(event),
    calendar: event.startsOn.length === 10 && (!isOff || hasNoDate),
    host: hasHost(event),
    history: event.sources.length > 0 || event.attendance !== null || event.historyNotes !== null,
  }
  const contents = [
    event.text.description !== '' && { id: 'about', label: t('event.about.title') },
    shows.apply && { id: 'apply', label: t('event.apply.title') },
    shows.tracks && { id: 'tracks', label: t('event.tracks.title') },
    shows.tickets && {
      id: 'tickets',
      label: t(event.admission === 'application' ? 'event.tickets.fees' : 'event.tickets.title'),
    },
    shows.programme && { id: 'programme', label: t('event.programme.title') },
    shows.help && { id: 'help', label: t('event.help.title') },
    shows.dates && { id: 'dates', label: t('event.dates.title') },
    shows.venue && { id: 'venue', label: t(tellsOfVisas(event) ? 'event.venue.andVisas' : 'event.venue.title') },
    shows.history && { id: 'history', label: t('event.history.title') },
    shows.host && { id: 'host', label: t(event.host ? 'event.host.other' : 'event.host.none') },
  ].filter((one) => one !== false)
  return (
    <main id="main" tabIndex={-1} className="bare" data-series={seriesOf(event.series.mark)}>
      <Cover event={event} status={status} waiting={waiting} isHere={calls.apply} />
      <div className="main">
        <nav aria-label={t('event.onThisPage')} className="toc">
          <ul role="list" className="row">
            {contents.map(({ id, label }) => (
              <li key={id}>
                <a href={`#${id}`}>{label}</a>
              </li>
            ))}
            {shows.calendar && (
              <li>
                <a href="#calendar">{t(isAddable(event) ? 'event.addToCalendar' : 'calendar.event.title')}</a>
              </li>
            )}
          </ul>
        </nav>
        <Notices event={event} />
        {shows.history && isPast && <History event={event} />}
        {shows.apply && <HowToApply event={event} status={status} isHere={calls.apply} />}
        {shows.tracks && <Tracks event={event} />}
        {shows.tickets && <Tickets event={event} status={status} hasWaitingList={waiting !== null} />}
        {shows.programme && <Highlights event={event} />}
        {call && <HelpWithCosts event={event} call={call} isHere={calls.scholarship} />}
        {shows.dates && <Dates event={event} dates={dates} />}
        {shows.who && <Preparation event={event} />}
        <About event={event} />
        {shows.venue && <Venue event={event} />}
        {teaches && <People event={event} />}
        {hasAwarded && <Awarded slug={event.slug} />}
        {shows.history && !isPast && <History event={event} />}
        {shows.calendar && <CalendarLinks event={event} address={address} />}
        {shows.host && <Host event={event} />}
      </div>
    </main>
  )
}

function Notices({ event }: { event: EventView }) {
  const page = usePage()
  const { t, language, now } = page
  const hasNoDate = isPostponed(event)
  const movedFrom = event.status === 'published' && !hasNoDate && event.endsAt > now ? event.previousOn : null
  if (event.status !== 'cancelled' && !hasNoDate && movedFrom === null && !event.isSample) return null
  return (
    <div className="flow get">
      {event.status === 'cancelled' && (
        <Note is="warn">
          <p>
            <b>{t('event.action.cancelled')}</b>
          </p>
          {event.text.cancellationNote ? (
            <p {...foreign(event.text.language, page.language)}>{event.text.cancellationNote}</p>
          ) : (
            <p>{t('event.action.cancelledLead')}</p>
          )}
        </Note>
      )}
      {hasNoDate && (
        <Note is="warn">
          <p>
            <b>{t('event.action.postponed')}</b>
          </p>
          <p>{t('event.action.postponedLead')}</p>
        </Note>
      )}
      {movedFrom !== null && (
        <Note>
          <p>{t('event.moved', { day: formatDays(movedFrom, movedFrom, language, { weekday: true }) })}</p>
        </Note>
      )}
      {event.isSample && <p className="hint">{t('event.sampleNote')}</p>}
    </div>
  )
}
