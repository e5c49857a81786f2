import { z } from 'zod'
import { ALWAYS, dateRange, format, placeNeeded, textLanguage } from './details-form.ts'
import { country, day, integer, line, optionalLine, optionalText, zone } from '#app/values/fields.ts'

/**
 * The twelve fields of a new event, enough for a simple free one to be published; everything else follows on its own
 * pages.
 */
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
    summary: optionalLine(500),
    accessNote: optionalText(4000),
    /** With seats it has a free ticket that everybody may register for. */
    seats: integer(1, 100_000).optional(),
    admission: z
      .enum(['registration', 'application', 'invitation', 'none'], { error: 'form.choose' })
      .default('registration'),
  })
  .superRefine(dateRange, ALWAYS)
  .superRefine(placeNeeded, ALWAYS)

export type NewEvent = z.output<typeof newEventSchema>
