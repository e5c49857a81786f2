import { z } from 'zod'
import { readAmount } from '#app/values/amount-field.ts'
import { cleanLine } from '#app/values/text.ts'

/** A field with an amount above zero of a currency, in minor units. */
export function amountIn(currency: string) {
  return z
    .string({ error: 'form.required' })
    .transform(cleanLine)
    .superRefine((typed, problems) => {
      const read = readAmount(typed, currency)
      if ('message' in read) problems.addIssue({ code: 'custom', message: read.message })
      else if (read.amountMinor <= 0) problems.addIssue({ code: 'custom', message: 'pay.enterAmount' })
    })
    .transform((typed) => {
      const read = readAmount(typed, currency)
      return 'message' in read ? 0 : read.amountMinor
    })
}
