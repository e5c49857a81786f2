import { z } from 'zod'
import { line, optionalLine } from '#app/values/fields.ts'

/** Why somebody is put in or taken out by hand. */
export const reasonSchema = z.object({ reason: line(500) })

export const cohortSchema = z.object({ name: line(120), from: optionalLine(36) })

/** What one person gets who is put in by hand; '' is the best that is left. */
export const memberSchema = reasonSchema.extend({ choice: optionalLine(36), package: optionalLine(36) })
