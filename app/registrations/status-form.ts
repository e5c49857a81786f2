import { z } from 'zod'
import { parseCode } from '#app/values/code.ts'
import { line } from '#app/values/fields.ts'

/** Asking where an order stands: its code as typed in any way, and a name or an address on it. */
export const statusSchema = z.object({
  code: line(40, 'order.enterCode').transform((typed, context) => {
    const code = parseCode(typed)
    if (code === null) context.addIssue({ code: 'custom', message: 'order.enterCode' })
    return code ?? ''
  }),
  known: line(200, 'order.enterNameOrEmail'),
})
