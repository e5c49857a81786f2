import { z } from 'zod'
import { CLONE_PARTS } from './clone-parts.ts'
import { day, line } from '#app/values/fields.ts'

/** One screen: what it is called, when it begins, what comes along. */
export const cloneSchema = z.object({
  title: line(200),
  startsOn: day(),
  parts: z.array(z.enum(CLONE_PARTS, { error: 'form.choose' })).default([]),
})

export type CloneForm = z.output<typeof cloneSchema>
