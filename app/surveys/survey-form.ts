import { z } from 'zod'
import { SMALLEST_GROUP, SURVEY_KINDS } from './survey.ts'
import { textLanguage } from '#app/events/details-form.ts'
import { momentField } from '#app/events/local-moment.ts'
import { integer, line, optionalText, tick } from '#app/values/fields.ts'

/** From which ready-made model, and of whom. */
export const newSurveySchema = z.object({
  kind: z.enum(SURVEY_KINDS, { error: 'form.choose' }),
  trackId: z.string().max(36).optional(),
})

/** A survey without its questions; moments on the clock of `zone`. */
export function surveySchema(zone: string) {
  return z
    .object({
      seen: integer(0, 999_999_999),
      textLanguage: textLanguage(),
      title: line(200),
      intro: optionalText(2000),
      trackId: z.string().max(36).optional(),
      isAnonymous: tick(),
      minimum: integer(3, 100).default(SMALLEST_GROUP),
      opensAt: momentField(zone),
      closesAt: momentField(zone),
    })
    .superRefine(({ opensAt, closesAt }, context) => {
      if (opensAt === null) context.addIssue({ code: 'custom', path: ['opensAt'], message: 'form.required' })
      if (closesAt === null) context.addIssue({ code: 'custom', path: ['closesAt'], message: 'form.required' })
      if (opensAt !== null && closesAt !== null && closesAt <= opensAt)
        context.addIssue({ code: 'custom', path: ['closesAt'], message: 'survey.closesFirst' })
    })
    .transform(({ opensAt, closesAt, ...form }) => ({ ...form, opensAt: opensAt!, closesAt: closesAt! }))
}

export type SurveyForm = z.output<ReturnType<typeof surveySchema>>
