import { z } from 'zod'

/** Where an event stands seen from another: above it, or before, beside or after it. */
export const RELATIONS = ['parent', 'before', 'beside', 'after'] as const

export type Relation = (typeof RELATIONS)[number]

export const relationSchema = z.object({
  other: z.string({ error: 'form.choose' }).max(36, 'form.choose'),
  relation: z.enum(RELATIONS, { error: 'form.choose' }),
})
