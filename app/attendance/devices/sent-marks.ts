import { z } from 'zod'
import { MOST_MARKS } from '../new-mark.ts'
import { VERDICTS } from '../verdict.ts'
import { isInstant } from '#app/values/moment.ts'

const id = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
/** Written as we write them: as texts they are put in order. */
const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  .refine(isInstant)

/** What a device sends. */
export const sentMarks = z.object({
  deviceId: id,
  deviceNow: instant,
  marks: z
    .array(
      z.object({
        id,
        registrationId: id,
        slot: z.string().max(60),
        state: z.enum(['present', 'absent', 'excused', 'none']),
        at: instant,
        deviceAt: instant,
        source: z.enum(['list', 'scan', 'desk']),
        overruled: z.enum(VERDICTS).optional(),
      }),
    )
    .max(MOST_MARKS),
})
