import { z } from 'zod'
import { endField } from './call-moments.ts'

/** Another end of a call, on the clock in which it was set. */
export function extendSchema(clock: string) {
  return z.object({ closesAt: endField(clock) }).transform(({ closesAt }, context) => {
    if (closesAt !== null) return { closesAt }
    context.addIssue({ code: 'custom', path: ['closesAt'], message: 'form.required' })
    return z.NEVER
  })
}
