import { z } from 'zod'
import { day, integer, optionalLine } from '#app/values/fields.ts'

const version = z.coerce.number().int().catch(-1)

/** When the list is frozen, and how many people are enough. */
export const rosterPlanSchema = z
  .object({
    way: z.enum(['follow', 'set'], { error: 'form.choose' }),
    freezeOn: day().optional(),
    minimum: integer(0, 100_000).optional(),
    version,
  })
  .superRefine(({ way, freezeOn }, context) => {
    if (way === 'set' && !freezeOn) context.addIssue({ code: 'custom', path: ['freezeOn'], message: 'form.date' })
  })

export type RosterPlanForm = z.output<typeof rosterPlanSchema>

/** Whether the event is held, and why. */
export const rosterDecisionSchema = z.object({
  decision: z.enum(['go', 'no-go'], { error: 'form.choose' }),
  note: optionalLine(500),
  version,
})

export type RosterDecisionForm = z.output<typeof rosterDecisionSchema>

/** Until when a frozen list is open again. */
export const rosterOpenSchema = z.object({ freezeOn: day() })
