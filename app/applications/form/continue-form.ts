import { z } from 'zod'
import { parseCode } from '#app/values/code.ts'
import { email, line } from '#app/values/fields.ts'

/** Asking for the link of an application again: its code as typed in any way, and the address on it. */
export const continueSchema = z.object({
  code: line(40, 'application.continue.enterCode').transform((typed, context) => {
    const code = parseCode(typed)
    if (code === null) context.addIssue({ code: 'custom', message: 'application.continue.enterCode' })
    return code ?? ''
  }),
  email: email(),
})
