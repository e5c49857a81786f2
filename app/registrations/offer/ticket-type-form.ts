import { z } from 'zod'
import { momentField } from '#app/events/local-moment.ts'
import { arePrices, priceFields, type PriceRow, readPrices } from './price-rows-form.ts'
import { ELIGIBILITIES, PROOFS } from './ticket-kinds.ts'
import { ALWAYS, textLanguage } from '#app/events/details-form.ts'
import { day, integer, line, optionalLine, tick } from '#app/values/fields.ts'

/** The form of a ticket type; its moments are on the clock of the event's `zone`, its prices on that of each step. */
export function ticketTypeSchema(zone: string) {
  return z
    .object({
      seen: z.string().max(64).default(''),
      textLanguage: textLanguage(),
      name: line(120),
      description: optionalLine(500),
      code: line(32).pipe(z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u, 'organize.codeShape')),
      trackId: z.string().max(36).optional(),
      attendance: z.enum(['onsite', 'online'], { error: 'form.choose' }),
      audience: kind('standard'),
      scope: kind('full'),
      isAddon: tick(),
      allowsGuest: tick(),
      mainIds: z.array(z.string().max(36)).default([]),
      days: z.array(day()).max(62).default([]),
      eligibility: z.enum(ELIGIBILITIES, { error: 'form.choose' }).default('none'),
      proof: z.enum(PROOFS, { error: 'form.choose' }).default('none'),
      remoteTypeId: z.string().max(36).optional(),
      taxRuleId: z.string().max(36).optional(),
      admission: z.enum(['open', 'code', 'application', 'award'], { error: 'form.choose' }),
      isHidden: tick(),
      isClosed: tick(),
      allowsRepeat: tick(),
      minPerOrder: integer(0, 100),
      maxPerOrder: integer(1, 100),
      onSaleFromAt: momentField(zone),
      onSaleUntilAt: momentField(zone),
      quotaIds: z.array(z.string().max(36)).default([]),
      ...priceFields,
    })
    .superRefine((form, context) => {
      const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
      if (form.minPerOrder > form.maxPerOrder) issue('maxPerOrder', 'organize.mostBelowLeast')
      if (form.onSaleFromAt && form.onSaleUntilAt && form.onSaleUntilAt <= form.onSaleFromAt)
        issue('onSaleUntilAt', 'form.timeOrder')
      if (form.eligibility !== 'none' && form.proof === 'none') issue('proof', 'offer.proofNeeded')
      if (form.allowsGuest && !form.isAddon) issue('allowsGuest', 'offer.guestIsAddon')
      if (arePrices(form))
        readPrices(form, zone, (path, message) => context.addIssue({ code: 'custom', path, message }))
    }, ALWAYS)
    .transform(({ currencies, steps, allowsGap, ...form }): TicketTypeForm => {
      return { ...form, steps: readPrices({ currencies, steps, allowsGap }, zone, () => {}) }
    })
}

export interface TicketTypeForm {
  seen?: string
  textLanguage: string
  name: string
  description: string
  code: string
  trackId?: string | undefined
  attendance: 'onsite' | 'online'
  audience: string
  scope: string
  isAddon: boolean
  allowsGuest: boolean
  mainIds: string[]
  /** On which it lets in; none means all. */
  days?: string[]
  eligibility: (typeof ELIGIBILITIES)[number]
  proof: (typeof PROOFS)[number]
  remoteTypeId?: string | undefined
  taxRuleId?: string | undefined
  admission: 'open' | 'code' | 'application' | 'award'
  isHidden: boolean
  isClosed: boolean
  allowsRepeat: boolean
  minPerOrder: number
  maxPerOrder: number
  onSaleFromAt: string | null
  onSaleUntilAt: string | null
  quotaIds: string[]
  steps: PriceRow[]
}

/** A word of a list that documents may make longer. */
function kind(usual: string) {
  return optionalLine(24).transform((typed) => (typed === '' ? usual : typed))
}
