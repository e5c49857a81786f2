import { Leaf } from '../leaf.tsx'
import { Timeline } from '../timeline.tsx'
import { usePage } from '../use-page.ts'
import { beginning, deadline } from './words.ts'
import type { DateKind, DateThatMatters } from '#app/events/dates-that-matter.ts'
import { deadlineName, isOpening } from '#app/events/deadlines/known-dates.ts'
import type { EventView } from '#app/events/event-view.ts'
import { daysUntil, formatDay } from '#app/values/dates.ts'

export function Dates({ event, dates }: { event: EventView; dates: DateThatMatters[] }) {
  const page = usePage()
  const { t, feed, language, now } = page
  const dayOf = { begins: event.startsOn, ends: event.endsOn }
  const isPublic = event.status === 'published'
  return (
    <Leaf id="dates" title={t('event.dates.title')}>
      <Timeline
        items={dates.map(({ kind, at, state }) => ({
          dateTime: kind === 'begins' || kind === 'ends' ? dayOf[kind] : at,
          at:
            kind === 'begins' || kind === 'ends'
              ? formatDay(dayOf[kind], language, { weekday: true })
              : (isOpening(kind) ? beginning : deadline)(page, at, event),
          title: t(`event.dates.${kind}`),
          detail: (state === 'current' || (isPublic && state === 'next' && kind !== 'ends')) && (
            <span className="row">
              {state === 'current' && `${t('event.dates.inDays', { count: daysUntil(now, at) })} `}
              {isPublic && kind !== 'ends' && <IntoCalendar slug={event.slug} kind={kind} />}
            </span>
          ),
          state,
        }))}
      />
      {isPublic && (
        <p className="row noprint">
          <a href={feed(`/events/${event.slug}/deadlines.ics`)}>{t('calendar.event.allDates')}</a>
        </p>
      )}
    </Leaf>
  )
}

function IntoCalendar({ slug, kind }: { slug: string; kind: Exclude<DateKind, 'ends'> }) {
  const { t, feed } = usePage()
  const what = t(`event.dates.${kind}`)
  const file = kind === 'begins' ? `/events/${slug}.ics` : `/events/${slug}/deadlines/${deadlineName(kind)}.ics`
  return (
    <a className="noprint" href={feed(file)} aria-label={t('calendar.event.dateNamed', { what })}>
      {t('calendar.event.date')}
    </a>
  )
}
