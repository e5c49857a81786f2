import { z } from 'zod'
import { isCurrency, readAmount } from '#app/values/amount-field.ts'
import { line } from '#app/values/fields.ts'

/** A receipt as its holder describes it: amount and currency as on the paper, and the paper. */
export const receiptSchema = z
  .object({
    formKey: z.uuid(),
    component: line(36),
    description: line(200),
    amount: line(20),
    currency: line(3)
      .transform((code) => code.toUpperCase())
      .refine(isCurrency, 'fund.currencyShape'),
    file: line(2000, 'form.required'),
  })
  .superRefine(({ amount, currency }, problems) => {
    const read = readAmount(amount, currency)
    if ('message' in read) problems.addIssue({ code: 'custom', path: ['amount'], message: read.message })
    else if (read.amountMinor <= 0) problems.addIssue({ code: 'custom', path: ['amount'], message: 'pay.enterAmount' })
  })
  .transform(({ amount, currency, ...form }) => {
    const read = readAmount(amount, currency)
    return { ...form, amount: { amountMinor: 'message' in read ? 0 : read.amountMinor, currency } }
  })
