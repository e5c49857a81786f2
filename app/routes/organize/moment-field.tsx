import { WhichTime } from './which-time.tsx'
import { localMoment } from '#app/events/local-moment.ts'
import { TextField } from '#app/ui/fields.tsx'
import type { FieldProps } from '#app/ui/field.tsx'
import { READING, typedValue } from '#app/values/form-state.ts'
import { type Instant, isZone } from '#app/values/moment.ts'

/** A day and time on the clock of a zone, with the question which of two is meant when that clock shows it twice. */
export function MomentField({ at, zone, ...field }: FieldProps & { at: Instant | null | undefined; zone: string }) {
  // Where the zone itself was typed, it may be none.
  const stored = isZone(zone) ? localMoment(at ?? null, zone) : ''
  const [day = '', time = ''] = (typedValue(field.form, field.name) ?? stored).split('T')
  return (
    <div>
      <TextField {...field} type="datetime-local" defaultValue={stored} />
      <WhichTime
        form={field.form}
        name={field.name + READING}
        day={day}
        time={time.slice(0, 5)}
        zone={zone}
        stored={at ?? null}
      />
    </div>
  )
}
