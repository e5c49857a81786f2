import { z } from 'zod'
import { textLanguage } from '../details-form.ts'
import { isSlug } from '../event-slug.ts'
import { integer, line, optionalLine, tick } from '#app/values/fields.ts'

export const SERIES_MARKS = ['inet', 'ndss', 'ntw', 'regional', 'plain'] as const

/** A series with its texts in one language. */
export const seriesSchema = z.object({
  textLanguage: textLanguage(),
  name: line(120),
  shortName: line(60),
  kind: line(120),
  summary: optionalLine(1000),
  slug: z
    .string({ error: 'form.slug' })
    .max(60, 'form.slug')
    .refine((slug) => isSlug(slug), 'form.slug'),
  mark: z.enum(SERIES_MARKS, { error: 'form.choose' }),
  position: integer(1, 9999),
  hostId: z.string().max(36).optional(),
  needsReview: tick(),
})

export type SeriesForm = z.output<typeof seriesSchema>
