import { z } from 'zod'
import { email, integer, optionalLine, tick } from '#app/values/fields.ts'
import { emailKey } from '#app/values/text.ts'

export const voucherSchema = z.object({
  maximumUses: integer(1, 1_000_000),
  email: email()
    .optional()
    .transform((typed) => (typed ? emailKey(typed) : null)),
  note: optionalLine(200),
  isDisabled: tick(),
})

export type VoucherForm = z.output<typeof voucherSchema>
