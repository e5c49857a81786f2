import { z } from 'zod'
import { momentField } from '#app/events/local-moment.ts'
import { integer, line } from '#app/values/fields.ts'

/** How many seats of a quota; left out or 0: none. */
const row = z.object({ quotaId: z.string().max(36), size: integer(0, 1_000_000).default(0) })

/** Seats that are set aside for codes; the moment is on the clock of the event's `zone`. */
export function blockSchema(zone: string) {
  return z.object({
    seen: z.string().max(64).optional(),
    name: line(120),
    untilAt: momentField(zone),
    seats: z
      .array(row)
      .max(500)
      .default([])
      .refine((rows) => rows.some(({ size }) => size > 0), { error: 'offer.blockEmpty', path: [0, 'size'] }),
  })
}

export type BlockForm = z.output<ReturnType<typeof blockSchema>>
