import { z } from 'zod'
import { integer, line } from '#app/values/fields.ts'

export const quotaSchema = z.object({
  name: line(120),
  size: integer(0, 1_000_000),
  /** How far an organizer deliberately goes over it. */
  overBy: integer(0, 1_000_000).default(0),
  seen: z.string().max(64).optional(),
  trackId: z.string().max(36).optional(),
})

export type QuotaForm = z.output<typeof quotaSchema>
