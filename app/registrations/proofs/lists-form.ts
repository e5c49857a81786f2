import { z } from 'zod'
import { optionalText } from '#app/values/fields.ts'

/** Kinds that an organizer can list people for. */
export const LISTED = ['member', 'student', 'low-income-economy', 'host-resident', 'organization-member'] as const

export const eligibleListSchema = z.object({
  eligibility: z.enum(LISTED, { error: 'form.choose' }),
  list: optionalText(400_000),
})
