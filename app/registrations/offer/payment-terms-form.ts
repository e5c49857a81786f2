import { z } from 'zod'
import { momentField } from '#app/events/local-moment.ts'
import { ALWAYS } from '#app/events/details-form.ts'
import { integer, optionalText, tick } from '#app/values/fields.ts'

export const METHODS = ['card', 'bank-transfer', 'mobile-money', 'invoice', 'desk', 'waiver'] as const

/** How an event handles one way to pay; moments are on the clock of the event's `zone`. */
export function paymentTermsSchema(zone: string) {
  return z
    .object({
      seen: z.string().max(64).optional(),
      isOffered: tick(),
      confirmsOn: z.enum(['payment', 'placing'], { error: 'form.choose' }),
      dueDays: integer(0, 3650).default(0),
      fromAt: momentField(zone),
      untilAt: momentField(zone),
      needsApproval: tick(),
      instructions: optionalText(2000),
    })
    .superRefine(({ fromAt, untilAt }, context) => {
      if (fromAt && untilAt && untilAt <= fromAt)
        context.addIssue({ code: 'custom', path: ['untilAt'], message: 'form.timeOrder' })
    }, ALWAYS)
}

export type PaymentTermsForm = z.output<ReturnType<typeof paymentTermsSchema>>
