import { Crumbs } from '../crumbs.tsx'
import { EventDays } from '../event-days.tsx'
import { Poster } from '../poster.tsx'
import { Slab } from '../slab.tsx'
import { usePage } from '../use-page.ts'
import { MainAction } from './main-action.tsx'
import { foreign } from '../foreign.ts'
import { isPostponed } from '#app/calendar/is-postponed.ts'
import type { EventView } from '#app/events/event-view.ts'
import type { RegistrationStatus } from '#app/events/registration-status.ts'
import { countryName } from '#app/values/dates.ts'
import { offsetName } from '#app/values/moment.ts'

/** The poster: what, when, where, and how to come in. */
export function Cover({
  event,
  status,
  waiting,
  isHere,
}: {
  event: EventView
  status: RegistrationStatus
  waiting: number | null
  /** Whether there is a call to apply to here. */
  isHere: boolean
}) {
  const page = usePage()
  const { t } = page
  const { series, text } = event
  const hasNoDate = isPostponed(event)
  const kind =
    !series.kind || series.kind.includes(series.shortName) || series.name.startsWith(series.kind)
      ? series.kind || series.name
      : t('event.kindAndSeries', { series: series.shortName, kind: series.kind })
  return (
    <Poster
      mark={series.mark}
      slab={<Slab startsOn={event.startsOn} endsOn={event.endsOn} isStruck={hasNoDate} />}
      crumbs={
        <Crumbs
          trail={[
            { label: t('common.events'), to: '/events' },
            { label: <bdi>{series.shortName}</bdi>, to: `/series/${series.slug}` },
            { label: <bdi {...foreign(text.language, page.language)}>{text.title}</bdi> },
          ]}
        />
      }
      kind={event.isSample ? t('event.sampleKind', { kind }) : kind}
      title={<bdi>{text.title}</bdi>}
      words={foreign(text.language, page.language)}
      lead={text.summary || undefined}
    >
      <p>
        <EventDays startsOn={event.startsOn} endsOn={event.endsOn} isPostponed={hasNoDate} isFull />
        {!hasNoDate && event.startsTime && event.startsOn.length === 10 && (
          <>
            <br />
            <Hours event={event} from={event.startsTime} />
          </>
        )}
        <br />
        <Where event={event} />
      </p>
      <MainAction event={event} status={status} waiting={waiting} isHere={isHere} />
    </Poster>
  )
}

function Hours({ event, from }: { event: EventView; from: string }) {
  const { t } = usePage()
  const offset = offsetName(event.startsAt, event.zone)
  if (event.endsTime === null) return t('event.begins', { time: from, offset })
  const isOneDay = event.startsOn === event.endsOn
  return t(isOneDay ? 'event.hoursOneDay' : 'event.hours', { from, to: event.endsTime, offset })
}

function Where({ event }: { event: EventView }) {
  const { t, language } = usePage()
  if (event.format === 'online') return t('event.online')
  const country = event.country ? countryName(event.country, language) : null
  const place = [event.venue, event.city, country].filter(Boolean).join(t('common.listSeparator'))
  return event.format === 'hybrid' ? t('event.andOnline', { place }) : place
}
