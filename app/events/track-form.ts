import { z } from 'zod'
import { textLanguage } from './details-form.ts'
import { line, optionalLine } from '#app/values/fields.ts'

export const trackSchema = z.object({
  textLanguage: textLanguage(),
  code: line(20).pipe(z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}.-]*$/u, 'organize.codeShape')),
  title: line(200),
  language: textLanguage(),
  level: z.enum(['introductory', 'intermediate', 'advanced'], { error: 'form.choose' }).optional(),
  room: optionalLine(120),
  summary: optionalLine(1000),
  prerequisites: optionalLine(1000),
})

export type TrackForm = z.output<typeof trackSchema>
