import { z } from 'zod'
import { partCode } from './choice-form.ts'
import { textLanguage } from '#app/events/details-form.ts'
import { integer, line, optionalText } from '#app/values/fields.ts'
import type { ApplicantCategory } from '#db/schema.ts'

/** The scale of most rubrics ends at 5, 10 or 20. */
const HIGHEST_SCORE = 100

export const CATEGORIES = ['', 'first-time', 'returning'] as const satisfies ApplicantCategory[]

const weight = () => integer(0, 1000).optional()

export const criterionSchema = z
  .object({
    seen: z.string().max(64).default(''),
    textLanguage: textLanguage(),
    code: partCode(40).optional(),
    label: line(200),
    help: optionalText(1000),
    maximum: integer(1, HIGHEST_SCORE),
    weight: integer(0, 1000),
    firstTime: weight(),
    returning: weight(),
    anchors: z
      .array(z.object({ score: integer(0, HIGHEST_SCORE).optional(), text: optionalText(500) }))
      .max(12)
      .default([]),
  })
  .transform(({ weight: general, firstTime, returning, ...form }, context) => {
    const anchors = form.anchors.flatMap(({ score, text }, at) => {
      if (text === '') return []
      const complain = (message: string) =>
        context.addIssue({ code: 'custom', path: ['anchors', at, 'score'], message })
      if (score === undefined || score > form.maximum) complain(`form.numberBetween?minimum=0&maximum=${form.maximum}`)
      else if (form.anchors.findIndex((other) => other.score === score && other.text !== '') < at)
        complain('call.anchorTwice')
      return [{ score: score ?? 0, text }]
    })
    const weights: Partial<Record<ApplicantCategory, number>> = {
      '': general,
      ...(firstTime === undefined ? {} : { 'first-time': firstTime }),
      ...(returning === undefined ? {} : { returning }),
    }
    return { ...form, weights, anchors: anchors.toSorted((one, other) => one.score - other.score) }
  })

export type CriterionForm = z.output<typeof criterionSchema>
