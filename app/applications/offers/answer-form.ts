import { z } from 'zod'
import { mustTick, optionalText, tick } from '#app/values/fields.ts'
import type { ComponentKind } from '#db/schema.ts'

const COMPONENTS = ['fee', 'travel', 'lodging', 'per-diem', 'visa'] as const satisfies ComponentKind[]

/** The form by which an offer is accepted: the parts of the award that are taken, and what registering asks. */
export const acceptSchema = z.object({
  components: z.array(z.enum(COMPONENTS)).default([]),
  conduct: mustTick('admission.conductNeeded'),
  attendeeList: tick(),
  photographs: tick(),
})

export const declineSchema = z.object({ reason: optionalText(500) })
