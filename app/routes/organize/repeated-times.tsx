import { wallTimeOf } from '#app/events/wall-time.ts'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'
import { isPartialDay, isZone } from '#app/values/moment.ts'

/** Of times that the clocks show twice on their day, says which of the two is meant. */
export function RepeatedTimes({ times }: { times: { day: string; time: string; zone: string }[] }) {
  const { t, language } = usePage()
  const repeated = times.flatMap(({ day, time, zone }) => {
    if (day.length !== 10 || !isPartialDay(day) || time === '' || !isZone(zone)) return []
    const wall = wallTimeOf(day, time, zone)
    return wall.is === 'repeated' ? [{ day, time, zone, ...wall }] : []
  })
  if (repeated.length === 0) return null
  return (
    <Note is="warn">
      {repeated.map(({ day, time, zone, taken, other }) => (
        <p key={`${day} ${time}`}>
          {t('organize.repeatedTime', { day: formatDay(day, language), time, zone, taken, other })}
        </p>
      ))}
    </Note>
  )
}
