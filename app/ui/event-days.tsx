import { usePage } from './use-page.ts'
import { formatDays } from '#app/values/dates.ts'

/** The days of an event; struck when they no longer hold, with the words for what is not known yet. */
export function EventDays({
  startsOn,
  endsOn,
  isPostponed,
  isFull = false,
}: {
  startsOn: string
  endsOn: string
  isPostponed: boolean
  /** With the days of the week. */
  isFull?: boolean
}) {
  const { t, language } = usePage()
  const days = formatDays(startsOn, endsOn, language, isFull ? { weekday: true } : {})
  if (!isPostponed) return days
  return (
    <>
      <s>{days}</s>
      <br />
      <b>{t('event.newDate')}</b>
    </>
  )
}
