import { z } from 'zod'
import type { BulkKind, RunProps } from './run-kinds.ts'
import { momentField } from '#app/events/local-moment.ts'
import { optionalLine, tick } from '#app/values/fields.ts'

/** What is asked before a run of this kind is looked at; moments are on the clock of the event. */
export function runSchema(kind: BulkKind, { zone, filter }: { zone: string; filter: string }): z.ZodType<RunProps> {
  const id = z.string({ error: 'form.choose' }).min(1, 'form.choose').max(36, 'form.choose')
  switch (kind) {
    case 'confirm':
    case 'verify':
    case 'resend':
      return z.object({}).transform((): RunProps => ({ kind, filter }))
    case 'extend':
      return z
        .object({ until: momentField(zone).refine((until) => until !== null, 'form.required') })
        .transform(({ until }): RunProps => ({ kind, filter, until }))
    case 'track':
      return z
        .object({ trackId: z.string().max(36).default('') })
        .transform(({ trackId }): RunProps => ({ kind, filter, trackId: trackId || null }))
    case 'ticket':
      return z.object({ ticketTypeId: id }).transform(({ ticketTypeId }): RunProps => ({ kind, filter, ticketTypeId }))
    case 'cancel':
      return z
        .object({ reason: optionalLine(200), isTold: tick() })
        .transform(({ reason, isTold }): RunProps => ({ kind, filter, reason, isTold }))
  }
}

/** Those that nothing is asked for. */
export const ASKS_NOTHING: BulkKind[] = ['confirm', 'verify', 'resend']
