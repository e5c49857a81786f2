import { z } from 'zod'
import { country, email, line, optionalLine, optionalText } from '#app/values/fields.ts'
import { type FormState, typedValue } from '#app/values/form-state.ts'

const PAYER_FIELDS = ['name', 'organization', 'email', 'address', 'country', 'taxNumber', 'purchaseOrder'] as const

/** Whether somebody was named who pays, or an invoice is wanted. */
export function hasPayer(form: FormState): boolean {
  return wantsInvoice(form) || PAYER_FIELDS.some((name) => (typedValue(form, `payer.${name}`) ?? '').trim() !== '')
}

export function wantsInvoice(form: FormState): boolean {
  return typedValue(form, 'method') === 'invoice'
}

/** An invoice needs somebody to be written to. */
export function payerSchema({ isWanted, isInvoice }: { isWanted: boolean; isInvoice: boolean }) {
  const optional = optionalLine(200)
  const payer = z.object({
    name: isWanted ? line(200, 'register.payer.enterName') : optional,
    organization: optional,
    email: z.union([z.literal(''), email()]).default(''),
    address: isInvoice ? requiredText(500) : optionalText(500),
    country: isInvoice ? country() : z.union([z.literal(''), country()]).default(''),
    taxNumber: optionalLine(40),
    purchaseOrder: optionalLine(80),
  })
  return isWanted ? payer : payer.optional()
}

function requiredText(maximum: number) {
  return optionalText(maximum).refine((text) => text !== '', 'register.payer.enterAddress')
}
