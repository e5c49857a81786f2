import { type Page, usePage } from './use-page.ts'
import { lastMinuteOf } from '#app/events/price-table.ts'
import { formatDay, formatMoment } from '#app/values/dates.ts'
import { ANYWHERE_ON_EARTH, clockOf } from '#app/values/closing-zone.ts'
import { type Instant, offsetName, wallClock } from '#app/values/moment.ts'

/** The zone that a call's dates are set in, and the place whose zone it is when the call names none. */
export interface CallPlace {
  closesZone: string | null
  zone: string
  city: string | null
}

/** The end of something on the clock that the call is set by: `15 February 2027, 23:59, Anywhere on Earth (UTC−12)`. */
export function callDeadline(page: Page, at: Instant, place: CallPlace): string {
  return callMoment(page, lastMinuteOf(at, clockOf(place.closesZone, place.zone)), place)
}

export function callMoment({ t, language }: Page, at: Instant, { closesZone, zone, city }: CallPlace): string {
  const clock = clockOf(closesZone, zone)
  const { day, time } = wallClock(at, clock)
  const local = t('common.dayAndTime', { day: formatDay(day, language, { weekday: true }), time })
  const offset = offsetName(at, clock)
  if (closesZone === ANYWHERE_ON_EARTH) return t('application.atAoe', { time: local, offset })
  const isThere = city !== null && clock === zone
  return isThere ? t('common.inCity', { time: local, city, offset }) : t('common.inZone', { time: local, offset })
}

/** The same end in UTC, for who reckons from there; nothing where the call is set by it. */
export function CallAlso({ at, place }: { at: Instant; place: CallPlace }) {
  const { t, language } = usePage()
  const clock = clockOf(place.closesZone, place.zone)
  const last = lastMinuteOf(at, clock)
  if (offsetName(last, clock) === 'UTC') return null
  return <small> {t('application.form.savedAlso', { when: formatMoment(last, 'UTC', language) })}</small>
}

/** A deadline of a call, and under it the same moment where the event is held and in UTC. */
export function CallDeadline({ at, place }: { at: Instant; place: CallPlace }) {
  const page = usePage()
  const { t } = page
  const clock = clockOf(place.closesZone, place.zone)
  const last = lastMinuteOf(at, clock)
  const offsets = new Set([offsetName(last, clock)])
  const others = [
    { label: t('application.apply.onEventClock'), zone: place.zone, city: place.city },
    { label: t('application.apply.inUtc'), zone: 'UTC', city: null },
  ].filter(({ zone }) => !offsets.has(offsetName(last, zone)) && offsets.add(offsetName(last, zone)))
  return (
    <>
      <time dateTime={at}>{callMoment(page, last, place)}</time>
      {others.map(({ label, zone, city }) => (
        <small key={zone}>
          <br />
          {label}
          {t('mail.colon')} {callMoment(page, last, { closesZone: zone === 'UTC' ? 'UTC' : null, zone, city })}
        </small>
      ))}
    </>
  )
}
