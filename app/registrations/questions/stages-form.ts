import { z } from 'zod'
import { STAGES } from './question.ts'
import { parseLocalMoment } from '#app/events/local-moment.ts'
import type { Instant } from '#app/values/moment.ts'
import type { QuestionStage } from '#db/schema.ts'

export interface StageDates {
  stage: QuestionStage
  opensAt: Instant | null
  deadlineAt: Instant | null
  remindAt: Instant | null
}

/** When each stage opens, reminds and closes, typed on the clock of `zone`; what is left out is null. */
export function stagesSchema(zone: string) {
  const moment = z
    .string()
    .optional()
    .transform((typed, context): Instant | null => {
      if (typed === undefined || typed.trim() === '') return null
      const parsed = parseLocalMoment(typed, zone)
      if ('at' in parsed) return parsed.at
      context.addIssue({ code: 'custom', message: parsed.message })
      return null
    })
  const stage = z.object({ opensAt: moment, deadlineAt: moment, remindAt: moment }).transform((dates, context) => {
    const inOrder = [dates.opensAt, dates.remindAt, dates.deadlineAt].filter((at) => at !== null)
    if (inOrder.some((at, place) => place > 0 && at <= inOrder[place - 1]!))
      context.addIssue({ code: 'custom', path: ['deadlineAt'], message: 'question.orderOfDates' })
    return dates
  })
  return z
    .object({ registering: stage, accepted: stage, 'before-event': stage })
    .transform((all): StageDates[] => STAGES.map((stage) => ({ stage, ...all[stage] })))
}
