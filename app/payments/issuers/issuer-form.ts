import { z } from 'zod'
import { isIban, looksLikeIban } from './iban.ts'
import { country, email, line, optionalLine, optionalText, zone } from '#app/values/fields.ts'

/** Who issues papers and owns the account. */
export const issuerSchema = z.object({
  hostId: z
    .string()
    .max(36)
    .optional()
    .transform((id) => id ?? ''),
  name: line(200),
  latinName: optionalLine(200),
  address: optionalText(500),
  country: country(),
  zone: zone(),
  email: email(),
  registrationNumber: optionalLine(60),
  taxNumber: optionalLine(40),
  numberPrefix: z
    .string({ error: 'paper.enterPrefix' })
    .transform((typed) => typed.trim().toUpperCase())
    .pipe(z.string().regex(/^[A-Z][A-Z0-9-]{0,11}$/, 'paper.enterPrefix')),
  bankName: optionalLine(120),
  accountHolder: optionalLine(200),
  accountNumber: optionalLine(40).refine((typed) => !looksLikeIban(typed) || isIban(typed), 'paper.enterIban'),
  bic: optionalLine(11)
    .transform((typed) => typed.toUpperCase())
    .refine((typed) => typed === '' || /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(typed), 'paper.enterBic'),
  mobileAccount: optionalLine(60),
  footer: optionalText(500),
})

export type IssuerForm = z.output<typeof issuerSchema>
