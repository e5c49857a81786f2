import { z } from 'zod'
import { ALWAYS } from '../details-form.ts'
import { momentField } from '../local-moment.ts'
import { optionalText, tick } from '#app/values/fields.ts'

/** How an event is published: at once or at a time on the clock of its zone, and whether another person looks first. */
export function publishSchema(zone: string) {
  return z
    .object({
      how: z.enum(['now', 'later'], { error: 'form.choose' }).default('now'),
      publishAt: momentField(zone),
      isReviewed: tick(),
      note: optionalText(2000),
    })
    .superRefine(({ how, publishAt }, context) => {
      if (how === 'later' && publishAt === null)
        context.addIssue({ code: 'custom', path: ['publishAt'], message: 'publishing.enterTime' })
    }, ALWAYS)
    .transform((form) => ({ ...form, publishAt: form.how === 'later' ? form.publishAt : null }))
}

export type PublishForm = z.output<ReturnType<typeof publishSchema>>

/** What is said to those who asked; a refusal says why. */
export const answerSchema = z.object({ answer: optionalText(2000) })
