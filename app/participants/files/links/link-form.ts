import { z } from 'zod'
import { LINK_HOURS } from './link-hours.ts'
import { FILE_FORMATS } from '../file-format.ts'
import { LIST_PURPOSES } from '../../lists/visible-fields.ts'
import { line } from '#app/values/fields.ts'

export const linkSchema = z.object({
  /** Made with the form, so that sending it twice makes one link. */
  id: z.uuid(),
  format: z.enum(FILE_FORMATS, { error: 'form.required' }),
  purpose: z.enum(LIST_PURPOSES, { error: 'form.required' }),
  hours: z
    .string({ error: 'form.required' })
    .transform(Number)
    .refine((hours) => LINK_HOURS.some((one) => one === hours), 'form.required'),
  note: line(120, 'download.link.enterNote'),
  /** How the list is narrowed. */
  query: z.string().max(500).default(''),
})
