import { z } from 'zod'
import { momentField } from '#app/events/local-moment.ts'
import { tick } from '#app/values/fields.ts'

export const SUBSTITUTIONS = ['none', 'free', 'same-organization', 'approval'] as const

/** What people may change themselves; moments are on the clock of the event's `zone`. */
export function changeRulesSchema(zone: string) {
  return z.object({
    seen: z.string().max(64).optional(),
    editUntilAt: momentField(zone),
    substitution: z.enum(SUBSTITUTIONS, { error: 'form.choose' }),
    substituteUntilAt: momentField(zone),
    convertUntilAt: momentField(zone),
    changeUntilAt: momentField(zone),
    refundAsks: z.enum(['refund', 'finance'], { error: 'form.choose' }),
    endsRefunded: tick(),
  })
}

export type ChangeRulesForm = z.output<ReturnType<typeof changeRulesSchema>>
