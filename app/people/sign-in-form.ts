import { z } from 'zod'
import { email } from '#app/values/fields.ts'

export const signInForm = z.object({ email: email(), to: z.string().default('') })
