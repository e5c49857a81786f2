import { z } from 'zod'
import { amountMinor, eligibility, quotaKey, size, ticketTypeCode } from './offer.ts'
import { currency, emailAddress, instant, line, optionalLine, slug, text } from './pieces.ts'
import { paymentMethod } from './rules.ts'

const moment = instant.nullable().default(null)

/** What of a ticket type that everybody sees points to hidden ones. */
export const hiddenLinks = z.strictObject({
  code: ticketTypeCode,
  mains: z.array(ticketTypeCode).max(500).default([]),
  remote: ticketTypeCode.nullable().default(null),
})

/** Seats set aside for codes. */
export const block = z.strictObject({
  key: slug(40).describe('Names the block inside this document only.'),
  name: line(120),
  untilAt: moment.describe('When what is left goes to everybody.'),
  seats: z
    .array(z.strictObject({ quota: quotaKey, size: size.min(1) }))
    .min(1)
    .max(50),
})

const voucher = z.strictObject({
  code: line(40)
    .regex(/^[\p{L}\p{M}\p{N}]+$/u, 'must be letters and digits, without spaces and hyphens')
    .regex(/^[^\p{Ll}]*$/u, 'must be in capitals'),
  maximumUses: z.int().min(1).max(1_000_000).default(1),
  email: emailAddress.nullable().default(null).describe('Bound to this address.'),
  note: text(200),
  isDisabled: z.boolean().default(false),
})

export const campaign = z.strictObject({
  name: line(120),
  effect: z.enum(['access', 'price', 'percentage', 'amount']),
  percentOff: z.int().min(0).max(10_000).default(0).describe('In hundredths of a percent.'),
  appliesTo: z.enum(['order', 'person']).default('person'),
  opensHidden: z.boolean().default(false),
  isCombinable: z.boolean().default(false),
  organization: optionalLine(200),
  block: slug(40).nullable().default(null),
  startsAt: moment,
  endsAt: moment,
  isDisabled: z.boolean().default(false),
  ticketTypes: z.array(ticketTypeCode).max(500).default([]).describe('Empty: all.'),
  amounts: z.array(z.strictObject({ currency, amountMinor })).max(50).default([]),
  vouchers: z.array(voucher).max(50_000).default([]),
})

export const eligiblePerson = z.strictObject({
  eligibility,
  keyHash: z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in hexadecimal'),
})

export const paymentInstructions = z.strictObject({ method: paymentMethod, instructions: text(2000) })
