import { z } from 'zod'
import { DECISION_KINDS } from './decision.ts'
import { integer, optionalText } from '#app/values/fields.ts'

const kind = z.enum(DECISION_KINDS, { error: 'form.choose' })

/** One decision, whole. */
export const decisionSchema = z.object({
  kind,
  choice: z.string().optional(),
  package: z.string().optional(),
  place: integer(1, 9999).optional(),
  reason: optionalText(2000),
  note: optionalText(2000),
  version: z.coerce.number().int().min(0).catch(0),
})

/** One decision for all that are ticked: what is left as it is, is not named. */
export const bulkSchema = z.object({
  applications: z.array(z.string()).min(1, 'admission.desk.nobodyPicked').max(500),
  kind,
  choice: z.string().optional(),
  /** `none`: without an award. */
  package: z.string().optional(),
  reason: optionalText(2000),
})
