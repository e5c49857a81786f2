import { useDesk } from './desk.ts'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'

/** A session's time as a plan has it, `2027-06-14 09:00–10:30 UTC+2`, for reading; with the year if it is another one. */
export function ImportTime({ when }: { when: string }) {
  const { t, language } = usePage()
  const { startsOn } = useDesk()
  const [day = '', time = '', offset = ''] = when.split(' ')
  if (day === '') return null
  const year = day.slice(0, 4) !== startsOn.slice(0, 4)
  const shown = t('common.dayAndTime', { day: formatDay(day, language, { weekday: true, year }), time })
  return <>{t('common.inZone', { time: shown, offset })}</>
}
