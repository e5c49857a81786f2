import { z } from 'zod'
import { currency, day, inLanguages, instant, line, slug, text } from './pieces.ts'
import { trackCode } from './programme.ts'

const quotaKey = slug(40).describe('Names the quota inside this document only.')

const size = z.int().min(0).max(10_000_000)

export const quota = z.strictObject({
  key: quotaKey,
  size: size.describe('Seats in all.'),
  track: trackCode.nullable().default(null),
})

/** Every quota in its order; of a quota that only hidden ticket types draw on, the size stands here. */
export const privateQuota = z.strictObject({
  key: quotaKey,
  name: line(120),
  overBy: size.default(0).describe('By how much an organizer deliberately goes over the size.'),
  size: size.optional(),
  track: trackCode.nullable().optional(),
})

const priceStep = z.strictObject({
  kind: z.enum(['early', 'standard', 'late', 'onsite', 'only']),
  currency,
  amountMinor: z
    .int()
    .min(0)
    .max(Number.MAX_SAFE_INTEGER)
    .describe('In the minor unit of the currency (ISO 4217): 45000 is 450.00 USD, and 45000 RWF.'),
  startsAt: instant.nullable().default(null),
  endsAt: instant.nullable().default(null),
})

const ticketTypeCode = line(32).describe('Unique in its event.')

export const ticketType = z.strictObject({
  code: ticketTypeCode,
  texts: inLanguages(z.strictObject({ name: line(120), description: text(500) })),
  track: trackCode.nullable().default(null),
  admission: z.enum(['open', 'code', 'application', 'award']).default('open'),
  attendance: z.enum(['onsite', 'online']).default('onsite'),
  isClosed: z.boolean().default(false),
  minPerOrder: z.int().min(0).max(1000).default(0),
  maxPerOrder: z.int().min(1).max(1000).default(10),
  allowsRepeat: z.boolean().default(false),
  onSaleFromAt: instant.nullable().default(null),
  onSaleUntilAt: instant.nullable().default(null),
  quotas: z.array(quotaKey).max(20).default([]).describe('A seat is free only when every one of these has room.'),
  priceSteps: z.array(priceStep).max(50).default([]).describe('None: free of charge.'),
})

export const hiddenTicketType = ticketType.extend({
  position: z.int().min(0).max(10_000).describe('Its place among all ticket types of the event, from 0.'),
})

const questionCode = line(40).describe('Unique in its event.')

export const question = z.strictObject({
  code: questionCode,
  kind: z.enum(['text', 'longtext', 'number', 'date', 'country', 'choice', 'choices', 'phone', 'yesno']),
  isRequired: z.boolean().default(false),
  texts: inLanguages(
    z.strictObject({
      label: line(300),
      help: text(500),
      options: z
        .array(z.strictObject({ value: line(100), label: line(200) }))
        .max(200)
        .default([]),
    }),
  ),
  ticketTypes: z.array(ticketTypeCode).max(500).default([]).describe('Asked with these only; empty: with all.'),
})

/** Every question in its order; one that is asked with hidden ticket types only stands here whole. */
export const privateQuestion = z.strictObject({
  code: questionCode,
  purpose: text(300),
  audience: z.enum(['organizers', 'instructors', 'finance', 'visa-desk', 'totals']).default('organizers'),
  eraseOn: day.nullable().default(null),
  hiddenTicketTypes: z.array(ticketTypeCode).max(500).default([]),
  hidden: question.pick({ kind: true, isRequired: true, texts: true }).optional(),
})
