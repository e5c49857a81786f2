import { z } from 'zod'
import { AUDIENCES } from './materials-for.ts'
import { optionalLine, url } from '#app/values/fields.ts'

/** A file or a link: one of the two. `file` is the token of a file that was taken. */
export const materialSchema = z
  .object({
    title: optionalLine(200),
    url: url().optional(),
    file: z.string().max(2000).optional(),
    audience: z.enum(AUDIENCES, { error: 'form.choose' }),
  })
  .superRefine(({ url, file }, context) => {
    if (!url && !file) context.addIssue({ code: 'custom', path: ['file'], message: 'session.materials.fileOrLink' })
    if (url && file) context.addIssue({ code: 'custom', path: ['url'], message: 'session.materials.notBoth' })
  })

export type MaterialForm = z.output<typeof materialSchema>
