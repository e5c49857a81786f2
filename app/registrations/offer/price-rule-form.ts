import { z } from 'zod'
import { isCurrency, readAmount } from '#app/values/amount-field.ts'
import { parsePercent } from '#app/values/percent-field.ts'
import { PRICE_KINDS, type PriceKind } from './price-rows-form.ts'
import { ALWAYS } from '#app/events/details-form.ts'
import { integer, line, optionalLine, tick } from '#app/values/fields.ts'

export const MOST_PARTS = 4
export const MOST_BUNDLE_PRICES = 12

const priceSchema = z.object({
  kind: z.enum(PRICE_KINDS, { error: 'form.choose' }).default('only'),
  amount: optionalLine(20),
  currency: optionalLine(3),
})

export interface PriceRuleForm {
  seen?: string | undefined
  name: string
  kind: 'bundle' | 'group'
  minimum: number
  percentOff: number
  isCombinable: boolean
  /** Ticket types by part; a group has one part. */
  parts: string[][]
  prices: { kind: PriceKind; currency: string; amountMinor: number }[]
}

const fields = z.object({
  seen: z.string().max(64).optional(),
  name: line(120),
  kind: z.enum(['bundle', 'group'], { error: 'form.choose' }),
  minimum: integer(2, 1000).default(2),
  percentOff: optionalLine(10),
  isCombinable: tick(),
  parts: z
    .array(z.object({ ids: z.array(z.string().max(36)).default([]) }).optional())
    .max(MOST_PARTS)
    .default([]),
  prices: z.array(priceSchema).max(MOST_BUNDLE_PRICES).default([]),
})

type Typed = z.output<typeof fields>

/** A bundle has two parts or more and a price; a group has one part and a percentage. */
export const priceRuleSchema = fields
  .superRefine((form, context) => {
    if (!Array.isArray(form.parts) || !Array.isArray(form.prices)) return
    const issue = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })
    const parts = partsOf(form)
    const every = parts.flat()
    if (new Set(every).size < every.length) issue(['parts', 0, 'ids'], 'offer.partsOverlap')
    if (form.kind === 'bundle') {
      if (parts.length < 2) issue(['parts', Math.min(parts.length, 1), 'ids'], 'offer.partMissing')
      readPrices(form, issue)
    }
    if (form.kind === 'group') {
      if (parts.length === 0) issue(['parts', 0, 'ids'], 'offer.groupEmpty')
      if (!parsePercent(form.percentOff ?? '')) issue(['percentOff'], 'offer.percentShape')
    }
  }, ALWAYS)
  .transform(({ percentOff, ...form }): PriceRuleForm => {
    const parts = partsOf(form)
    return form.kind === 'bundle'
      ? { ...form, minimum: 1, percentOff: 0, parts, prices: readPrices(form, () => {}) }
      : { ...form, percentOff: parsePercent(percentOff) ?? 0, parts: [parts.flat()], prices: [] }
  })

function partsOf({ parts }: Pick<Typed, 'parts'>): string[][] {
  return parts.map((part) => part?.ids ?? []).filter((ids) => ids.length > 0)
}

function readPrices(
  { prices }: Pick<Typed, 'prices'>,
  issue: (path: (string | number)[], message: string) => void,
): PriceRuleForm['prices'] {
  const read = prices.flatMap((row, at) => {
    if (typeof row !== 'object' || !row.amount) return []
    const currency = (row.currency ?? '').toUpperCase()
    if (!isCurrency(currency)) {
      issue(['prices', at, 'currency'], 'organize.currencyCode')
      return []
    }
    const amount = readAmount(row.amount, currency)
    if ('message' in amount) {
      issue(['prices', at, 'amount'], amount.message)
      return []
    }
    return [{ at, kind: row.kind, currency, amountMinor: amount.amountMinor }]
  })
  for (const row of read)
    if (read.some((other) => other.at < row.at && other.kind === row.kind && other.currency === row.currency))
      issue(['prices', row.at, 'amount'], 'offer.priceTwice')
  if (read.length === 0) issue(['prices', 0, 'amount'], 'offer.bundlePriceMissing')
  return read.map(({ at: _, ...price }) => price)
}
