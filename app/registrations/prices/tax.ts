import type { OfferedEvent, OfferedType, TaxRule } from '../offered.ts'
import type { PlaceOrder } from '../placing.ts'
import { isTaxNumber } from './tax-number.ts'
import { portionOf } from '#app/values/portion.ts'

/** How a price becomes what is owed, and how much of that is tax. */
export interface Tax {
  name: string | null
  rate: number
  note: string | null
  /** Of a price as the organizer set it. */
  of(amountMinor: number): { owedMinor: number; taxMinor: number }
}

const NO_TAX: Tax = { name: null, rate: 0, note: null, of: (amountMinor) => ({ owedMinor: amountMinor, taxMinor: 0 }) }

/** What the law wants to read on the invoice, in whatever language (Directive 2006/112/EC, article 226, 11a). */
export const REVERSE_CHARGE = 'Reverse charge'

/** The rule of the ticket type, else the event's default, else none. */
export function taxRuleOf(event: OfferedEvent, type: OfferedType): TaxRule | null {
  return (
    event.taxRules.find(({ id }) => id === type.taxRuleId) ??
    event.taxRules.find(({ isDefault }) => isDefault === 1) ??
    null
  )
}

/** Whether the payer owes the tax at home: a business of another country that gives its tax number. */
export function isReverseCharge(event: OfferedEvent, { payer }: PlaceOrder): boolean {
  const home = event.issuerCountry ?? event.country
  if (!payer?.country || !payer.taxNumber || home === null || payer.country === home) return false
  return isTaxNumber(payer.taxNumber, payer.country)
}

export function taxOf(rule: TaxRule | null, isReversed: boolean): Tax {
  if (!rule) return NO_TAX
  const { name, rate, isInclusive, note } = rule
  const included = (amountMinor: number) => portionOf(amountMinor, rate, 10_000 + rate)
  if (isReversed && rule.allowsReverseCharge)
    return {
      name,
      rate: 0,
      note: REVERSE_CHARGE,
      of: (amountMinor) => ({
        owedMinor: isInclusive ? amountMinor - included(amountMinor) : amountMinor,
        taxMinor: 0,
      }),
    }
  return {
    name,
    rate,
    note: note || null,
    of: (amountMinor) => {
      if (isInclusive) return { owedMinor: amountMinor, taxMinor: included(amountMinor) }
      const taxMinor = portionOf(amountMinor, rate, 10_000)
      return { owedMinor: amountMinor + taxMinor, taxMinor }
    },
  }
}
