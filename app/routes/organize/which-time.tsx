import { typedWallTime } from '#app/events/wall-time.ts'
import { ChoiceField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'
import type { FormState } from '#app/values/form-state.ts'

/** Asks which of the two is meant where the clocks show a time twice on its day; of any other time there is no question. */
export function WhichTime({
  form,
  name,
  day,
  time,
  zone,
  stored,
}: {
  form: FormState
  name: string
  day: string
  time: string
  zone: string
  /** The moment that was chosen when this very time was saved. */
  stored: string | null
}) {
  const { t, language } = usePage()
  const wall = typedWallTime(day, time, zone)
  if (wall?.is !== 'repeated') return null
  const [first, second] = wall.readings
  return (
    <ChoiceField
      form={form}
      name={name}
      legend={t('organize.twice', { day: formatDay(day, language), time, zone })}
      defaultValue={stored}
      options={[
        { value: first.at, label: t('organize.firstReading', { time, offset: first.offset }) },
        { value: second.at, label: t('organize.secondReading', { time, offset: second.offset }) },
      ]}
    />
  )
}
