import { z } from 'zod'
import { ALWAYS, dateRange, placeNeeded, realTimes, whenAndWhere } from './details-form.ts'
import { day, tick } from '#app/values/fields.ts'

/** When and where a public event takes place from now on. */
export const moveSchema = z
  .object({
    startsOn: day(),
    endsOn: day(),
    ...whenAndWhere(),
    /** Whether the sessions move by as many days. */
    programme: tick(),
  })
  .superRefine(dateRange, ALWAYS)
  .superRefine(placeNeeded, ALWAYS)
  .superRefine(realTimes, ALWAYS)

export type Move = z.output<typeof moveSchema>
