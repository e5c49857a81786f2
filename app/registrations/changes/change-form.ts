import { z } from 'zod'
import { shownAmount } from './cancel-form.ts'

/** Another ticket, and the differences that the page showed, by ticket type. */
export const ticketSchema = z.object({
  ticket: z.string({ error: 'form.choose' }).max(36, 'form.choose'),
  shown: z.record(z.string(), shownAmount()).default({}),
})

export const remoteSchema = z.object({ shown: shownAmount() })
