import { z } from 'zod'
import { line } from '#app/values/fields.ts'

/** Money that is taken over the counter; the amount is read with the order's currency. */
export const takeSchema = z.object({
  formKey: z.string({ error: 'form.required' }).regex(/^[\w-]{16,64}$/, 'form.required'),
  way: z.enum(['cash', 'card'], { error: 'pay.chooseCashOrCard' }),
  amount: line(20, 'pay.enterAmount'),
})

export const reverseSchema = z.object({ reason: line(300, 'form.required') })
