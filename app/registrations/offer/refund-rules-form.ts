import { z } from 'zod'
import { isCurrency, readAmount } from '#app/values/amount-field.ts'
import { momentField } from '#app/events/local-moment.ts'
import { parsePercent } from '#app/values/percent-field.ts'
import { day, optionalLine } from '#app/values/fields.ts'
import type { Instant } from '#app/values/moment.ts'
import type { RefundReason } from '#db/schema.ts'

export const MOST_REFUND_RULES = 15

export const REFUND_REASONS = ['any', 'visa-refused', 'event-cancelled'] as const

export interface RefundRow {
  reason: RefundReason
  untilAt: Instant | null
  percent: number
  feeMinor: number
  feeCurrency: string | null
  appliedByOn: string | null
}

/** All refund rules of an event, a row each; one without a percentage is none. Moments are on the clock of `zone`. */
export function refundRulesSchema(zone: string) {
  const row = z
    .object({
      reason: z.enum(REFUND_REASONS, { error: 'form.choose' }).default('any'),
      untilAt: momentField(zone),
      percent: optionalLine(10),
      fee: optionalLine(20),
      feeCurrency: optionalLine(3),
      appliedByOn: day().optional(),
    })
    .transform((typed, context): RefundRow | null => {
      const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
      if (typed.percent === '') {
        if (typed.untilAt !== null || typed.fee !== '') issue('percent', 'offer.percentShape')
        return null
      }
      const percent = parsePercent(typed.percent)
      if (percent === null) issue('percent', 'offer.percentShape')
      if (typed.appliedByOn && typed.reason !== 'visa-refused') issue('appliedByOn', 'offer.appliedByVisa')
      const fee = readFee(typed.fee, typed.feeCurrency.toUpperCase(), issue)
      return {
        reason: typed.reason,
        untilAt: typed.untilAt,
        percent: percent ?? 0,
        ...fee,
        appliedByOn: typed.reason === 'visa-refused' ? (typed.appliedByOn ?? null) : null,
      }
    })
  return z.object({
    // Always there: an empty form must not take all rules away.
    seen: z.string({ error: 'form.required' }).max(64),
    rules: z
      .array(row)
      .max(MOST_REFUND_RULES)
      .default([])
      .transform((rows) => rows.filter((one) => one !== null)),
  })
}

function readFee(typed: string, currency: string, issue: (path: string, message: string) => void) {
  if (typed === '') return { feeMinor: 0, feeCurrency: null }
  if (!isCurrency(currency)) {
    issue('feeCurrency', 'organize.currencyCode')
    return { feeMinor: 0, feeCurrency: null }
  }
  const read = readAmount(typed, currency)
  if ('amountMinor' in read) return { feeMinor: read.amountMinor, feeCurrency: read.amountMinor > 0 ? currency : null }
  issue('fee', read.message)
  return { feeMinor: 0, feeCurrency: null }
}

export interface RefundRulesForm {
  seen?: string | undefined
  rules: RefundRow[]
}
