import { z } from 'zod'
import { endField } from './call-moments.ts'
import { momentField } from '#app/events/local-moment.ts'

export const MOST_WAVES = 8

/** When offers go out, and until when each wave may answer, on the clock of the event. An empty row is none. */
export function wavesSchema(zone: string) {
  return z
    .object({
      seen: z.string().max(64).default(''),
      waves: z
        .array(z.object({ startsAt: momentField(zone), answerUntilAt: endField(zone) }))
        .max(MOST_WAVES)
        .default([]),
    })
    .transform(({ seen, waves }, context) => {
      const kept: { number: number; startsAt: string; answerUntilAt: string }[] = []
      waves.forEach(({ startsAt, answerUntilAt }, at) => {
        const complain = (field: string, message: string) =>
          context.addIssue({ code: 'custom', path: ['waves', at, field], message })
        if (startsAt === null && answerUntilAt === null) return
        if (startsAt === null) complain('startsAt', 'form.required')
        if (answerUntilAt === null) complain('answerUntilAt', 'form.required')
        if (startsAt === null || answerUntilAt === null) return
        if (answerUntilAt <= startsAt) complain('answerUntilAt', 'form.timeOrder')
        const before = kept.at(-1)
        if (before && startsAt < before.answerUntilAt) complain('startsAt', 'call.waveTooEarly')
        kept.push({ number: kept.length + 1, startsAt, answerUntilAt })
      })
      return { seen, waves: kept }
    })
}

export type WavesForm = z.output<ReturnType<typeof wavesSchema>>
