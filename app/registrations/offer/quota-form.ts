import { z } from 'zod'
import { integer, line } from '#app/values/fields.ts'

export const quotaSchema = z.object({
  name: line(120),
  size: integer(0, 1_000_000),
  trackId: z.string().max(36).optional(),
})

export type QuotaForm = z.output<typeof quotaSchema>
