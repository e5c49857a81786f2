import { z } from 'zod'
import { line } from '#app/values/fields.ts'

/** What a person's feed is to have in it. */
export const feedSchema = z.object({
  /** Made with the form, so that sending it twice makes one feed. */
  id: z.uuid(),
  name: line(120, 'agenda.enterName'),
  shows: z.enum(['events', 'sessions']).catch('events'),
  deadlines: z.literal('on').optional(),
  work: z.literal('on').optional(),
})
