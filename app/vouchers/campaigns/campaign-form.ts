import { z } from 'zod'
import { ALWAYS } from '#app/events/details-form.ts'
import { momentField } from '#app/events/local-moment.ts'
import { isCurrency, readAmount } from '#app/values/amount-field.ts'
import { line, optionalLine, tick } from '#app/values/fields.ts'
import { parsePercent } from '#app/values/percent-field.ts'

export const MOST_AMOUNTS = 6

export const EFFECTS = ['access', 'price', 'percentage', 'amount'] as const

const amountRow = z.object({ amount: optionalLine(20), currency: optionalLine(3) })

/** A campaign of vouchers; moments are on the clock of the event's `zone`. */
export function campaignSchema(zone: string) {
  return z
    .object({
      seen: z.string().max(64).optional(),
      name: line(120),
      effect: z.enum(EFFECTS, { error: 'form.choose' }),
      percentOff: optionalLine(10),
      amounts: z.array(amountRow).max(MOST_AMOUNTS).default([]),
      appliesTo: z.enum(['order', 'person'], { error: 'form.choose' }),
      opensHidden: tick(),
      isCombinable: tick(),
      isDisabled: tick(),
      organization: optionalLine(200),
      blockId: z.string().max(36).optional(),
      startsAt: momentField(zone),
      endsAt: momentField(zone),
      ticketTypeIds: z.array(z.string().max(36)).default([]),
    })
    .superRefine((form, context) => {
      const issue = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message })
      if (form.startsAt && form.endsAt && form.endsAt <= form.startsAt) issue(['endsAt'], 'form.timeOrder')
      if (form.effect === 'percentage' && !parsePercent(form.percentOff ?? ''))
        issue(['percentOff'], 'offer.percentShape')
      if ((form.effect === 'price' || form.effect === 'amount') && Array.isArray(form.amounts))
        readAmounts(form.amounts, issue)
      if (form.effect === 'price' && form.appliesTo === 'order') issue(['appliesTo'], 'offer.priceIsPerPerson')
      if (form.opensHidden && form.ticketTypeIds?.length === 0) issue(['ticketTypeIds'], 'offer.opensWhich')
    }, ALWAYS)
    .transform(({ percentOff, amounts, ...form }): CampaignForm => {
      const hasAmounts = form.effect === 'price' || form.effect === 'amount'
      return {
        ...form,
        percentOff: form.effect === 'percentage' ? (parsePercent(percentOff) ?? 0) : 0,
        amounts: hasAmounts ? readAmounts(amounts, () => {}) : [],
      }
    })
}

export interface CampaignForm {
  seen?: string | undefined
  name: string
  effect: (typeof EFFECTS)[number]
  /** In hundredths of a percent. */
  percentOff: number
  amounts: { currency: string; amountMinor: number }[]
  appliesTo: 'order' | 'person'
  opensHidden: boolean
  isCombinable: boolean
  isDisabled: boolean
  organization: string
  blockId?: string | undefined
  startsAt: string | null
  endsAt: string | null
  ticketTypeIds: string[]
}

function readAmounts(
  rows: z.output<typeof amountRow>[],
  issue: (path: (string | number)[], message: string) => void,
): CampaignForm['amounts'] {
  const read = rows.flatMap((row, at) => {
    if (typeof row !== 'object' || !row.amount) return []
    const currency = (row.currency ?? '').toUpperCase()
    if (!isCurrency(currency)) {
      issue(['amounts', at, 'currency'], 'organize.currencyCode')
      return []
    }
    const amount = readAmount(row.amount, currency)
    if ('message' in amount) {
      issue(['amounts', at, 'amount'], amount.message)
      return []
    }
    return [{ at, currency, amountMinor: amount.amountMinor }]
  })
  for (const row of read)
    if (read.some((other) => other.at < row.at && other.currency === row.currency))
      issue(['amounts', row.at, 'currency'], 'offer.currencyTwice')
  if (rows.every((row) => !row?.amount)) issue(['amounts', 0, 'amount'], 'offer.amountMissing')
  return read.map(({ at: _, ...amount }) => amount)
}
