import { z } from 'zod'
import { SURVEY_MEANINGS, SURVEY_QUESTION_KINDS, type SurveyMeaning } from '../survey.ts'
import { ASKED_FIELDS, optionsAndLimit } from '#app/registrations/questions/question-form.ts'
import type { QuestionKind } from '#db/schema.ts'

export const surveyQuestionSchema = z
  .object({
    ...ASKED_FIELDS,
    kind: z.enum(SURVEY_QUESTION_KINDS, { error: 'form.choose' }),
    meaning: z.enum(Object.keys(SURVEY_MEANINGS) as SurveyMeaning[], { error: 'form.choose' }).optional(),
  })
  .transform((form, context) => {
    const kinds: readonly QuestionKind[] = form.meaning ? SURVEY_MEANINGS[form.meaning] : [form.kind]
    if (!kinds.includes(form.kind))
      context.addIssue({ code: 'custom', path: ['meaning'], message: 'figures.meaningKind' })
    return { ...form, ...optionsAndLimit(form, context) }
  })

export type SurveyQuestionForm = z.output<typeof surveyQuestionSchema>
