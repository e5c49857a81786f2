import { z } from 'zod'
import { ALWAYS, dateRange, format, placeNeeded, textLanguage } from './details-form.ts'
import { country, day, line, optionalLine, zone } from '#app/values/fields.ts'

/** The twelve fields of a new event; everything else follows on its own pages. */
export const newEventSchema = z
  .object({
    seriesId: z.string({ error: 'form.choose' }).max(36, 'form.choose'),
    title: line(200),
    language: textLanguage(),
    startsOn: day(),
    endsOn: day(),
    zone: zone(),
    format: format(),
    country: country().optional(),
    city: optionalLine(120),
    venue: optionalLine(200),
    summary: optionalLine(500),
    admission: z.enum(['registration', 'application', 'invitation', 'none'], { error: 'form.choose' }),
  })
  .superRefine(dateRange, ALWAYS)
  .superRefine(placeNeeded, ALWAYS)

export type NewEvent = z.output<typeof newEventSchema>
