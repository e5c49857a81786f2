import { formatDay } from '#app/values/dates.ts'
import { type Instant, offsetName, wallClock } from '#app/values/moment.ts'
import { usePage } from './use-page.ts'

/** A moment on the clock of a place that is always named: `31 March 2027, 23:59 in Kigali (UTC+2)`. */
export function Moment({ at, zone, city }: { at: Instant; zone: string; city?: string | null | undefined }) {
  const { t, language } = usePage()
  const { day, time } = wallClock(at, zone)
  const local = t('common.dayAndTime', { day: formatDay(day, language), time })
  const offset = offsetName(at, zone)
  return (
    <time dateTime={at}>
      {city ? t('common.inCity', { time: local, city, offset }) : t('common.inZone', { time: local, offset })}
    </time>
  )
}
