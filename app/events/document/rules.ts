import { z } from 'zod'
import { amountMinor, priceKind, questionStage, ticketTypeCode } from './offer.ts'
import { currency, day, instant, line, slug, text } from './pieces.ts'

const percent = z.int().min(0).max(10_000).describe('In hundredths of a percent: 1000 is 10 %.')

const until = instant.nullable().default(null)

export const taxRule = z.strictObject({
  key: slug(40).describe('Names the tax rule inside this document only.'),
  name: line(60),
  rate: percent,
  isInclusive: z.boolean().default(true).describe('Whether prices contain it; else it is added.'),
  isDefault: z.boolean().default(false).describe('For every ticket type that names no other.'),
  allowsReverseCharge: z.boolean().default(false),
  note: text(300).describe('Printed with it: a registration number, the reason of a zero rate.'),
})

export const priceRule = z.strictObject({
  kind: z.enum(['bundle', 'group']),
  name: line(120),
  minimum: z.int().min(1).max(1000).default(1).describe('Of a group: so many people of one order.'),
  percentOff: percent.default(0).describe('Of a group.'),
  isCombinable: z.boolean().default(false).describe('Whether a voucher may lower the same seats as well.'),
  parts: z
    .array(z.array(ticketTypeCode).min(1).max(500))
    .min(1)
    .max(10)
    .describe('A bundle takes one ticket of each part; a group has one part.'),
  prices: z
    .array(z.strictObject({ kind: priceKind, currency, amountMinor }))
    .max(100)
    .default([])
    .describe('Of a bundle: what it costs while that price step of its parts is in force.'),
})

/** One that names a hidden ticket type, with its place among all rules. */
export const privatePriceRule = priceRule.extend({ position: z.int().min(0).max(10_000) })

export const refundRule = z.strictObject({
  reason: z.enum(['any', 'visa-refused', 'event-cancelled']),
  untilAt: until,
  percent,
  feeMinor: amountMinor.default(0).describe('Kept for each seat, in `feeCurrency`.'),
  feeCurrency: currency.nullable().default(null),
  appliedByOn: day.nullable().default(null).describe('For a refused visa: it was applied for by this day.'),
})

export const changeRules = z.strictObject({
  editUntilAt: until,
  substitution: z.enum(['none', 'free', 'same-organization', 'approval']),
  substituteUntilAt: until,
  convertUntilAt: until,
  changeUntilAt: until,
  refundAsks: z.enum(['refund', 'finance']).default('finance'),
  endsRefunded: z.boolean().default(false).describe('Whether money sent back whole at the provider ends its seats.'),
})

export const paymentMethod = z.enum(['card', 'bank-transfer', 'invoice', 'mobile-money', 'desk', 'waiver'])

export const paymentTerms = z.strictObject({
  method: paymentMethod,
  confirmsOn: z.enum(['payment', 'placing']),
  dueDays: z.int().min(0).max(365),
  fromAt: until.describe('From when the method is on offer.'),
  untilAt: until,
  needsApproval: z.boolean().default(false),
})

export const waitingListRules = z.strictObject({
  isOpen: z.boolean(),
  offerHours: z.int().min(1).max(10_000),
  price: z.enum(['today', 'joining']).default('today'),
  passesOver: z.boolean().default(false),
  closesAt: until,
})

export const questionStages = z.strictObject({
  stage: questionStage,
  opensAt: until,
  deadlineAt: until,
  remindAt: until,
})
