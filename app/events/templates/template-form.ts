import { z } from 'zod'
import { optionalLine } from '#app/values/fields.ts'

/** A copy becomes a template and has a name of its own; the event itself does; or it is one no longer. */
export const templateSchema = z
  .object({
    what: z.enum(['copy', 'itself', 'end'], { error: 'form.choose' }),
    title: optionalLine(200),
  })
  .refine(({ what, title }) => what !== 'copy' || title !== '', { path: ['title'], error: 'form.required' })
