import { z } from 'zod'
import { percentField } from '#app/values/percent-field.ts'
import { line, optionalLine, tick } from '#app/values/fields.ts'

export const taxRuleSchema = z.object({
  seen: z.string().max(64).optional(),
  name: line(60),
  rate: percentField(),
  isInclusive: z.enum(['yes', 'no'], { error: 'form.choose' }).transform((chosen) => chosen === 'yes'),
  isDefault: tick(),
  allowsReverseCharge: tick(),
  note: optionalLine(300),
})

export type TaxRuleForm = z.output<typeof taxRuleSchema>
