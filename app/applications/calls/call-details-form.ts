import { z } from 'zod'
import { callZoneOf, endField, typedClock } from './call-moments.ts'
import type { HiddenField } from './call.ts'
import { ALWAYS, textLanguage } from '#app/events/details-form.ts'
import { isSlug } from '#app/events/event-slug.ts'
import { momentField } from '#app/events/local-moment.ts'
import { isClosingZone } from '#app/values/closing-zone.ts'
import { day, integer, line, optionalLine, optionalText, tick } from '#app/values/fields.ts'
import type { Instant } from '#app/values/moment.ts'

export const CALL_KINDS = ['admission', 'scholarship', 'both'] as const

export const HIDDEN_FIELDS = [
  'name',
  'contact',
  'gender',
  'age',
  'institution',
  'nationality',
] as const satisfies HiddenField[]

export const PROMOTIONS = ['by-hand', 'by-rule'] as const

/** An address within an event: short enough to be read aloud. */
export function callSlug() {
  return z.string({ error: 'form.slug' }).refine((slug) => slug.length <= 60 && isSlug(slug), 'form.slug')
}

/**
 * Texts in one language, dates and ways of a call. What applicants and referees have to meet is on the clock of the
 * call's own zone, the rest on that of the event.
 */
export function callDetailsSchema({ eventZone, typedZone }: { eventZone: string; typedZone: string }) {
  const clock = typedClock(typedZone, eventZone)
  return z
    .object({
      seen: z.string().max(64).default(''),
      textLanguage: textLanguage(),
      title: line(200),
      summary: optionalLine(500),
      description: optionalText(20_000),
      deciding: optionalText(20_000),
      slug: callSlug(),
      kind: z.enum(CALL_KINDS, { error: 'form.choose' }),
      closesZone: optionalLine(64)
        .transform((typed) => callZoneOf(typed, eventZone))
        .refine((zone) => zone === null || isClosingZone(zone), 'form.zone'),
      opensAt: momentField(clock),
      closesAt: endField(clock),
      graceMinutes: integer(0, 1440),
      refereesUntilAt: endField(clock),
      reviewUntilAt: endField(eventZone),
      decideAt: momentField(eventZone),
      noOffersAfterAt: endField(eventZone),
      refereesWanted: integer(0, 5),
      isEmployerWanted: tick(),
      choicesMaximum: integer(1, 9),
      takesTeams: tick(),
      isBlind: tick(),
      hidden: z.array(z.enum(HIDDEN_FIELDS, { error: 'form.choose' })).default([]),
      reviewersEach: integer(1, 9),
      thirdGap: integer(1, 100).optional(),
      offerHours: integer(1, 2160),
      promotion: z.enum(PROMOTIONS, { error: 'form.choose' }),
      visaDays: integer(0, 365),
      reportDueOn: day().optional(),
      numberPrefix: optionalLine(4)
        .transform((typed) => typed.toUpperCase())
        .refine((typed) => /^[A-Z0-9]*$/.test(typed), 'call.prefixShape'),
    })
    .superRefine(inOrder, ALWAYS)
}

export type CallDetails = z.output<ReturnType<typeof callDetailsSchema>>

type Dates = Partial<Record<'opensAt' | 'closesAt' | 'refereesUntilAt' | 'reviewUntilAt' | 'decideAt', Instant | null>>

/** It opens before it closes, and what comes after the end of applications is not before it. */
function inOrder(form: Dates, context: z.RefinementCtx): void {
  const { opensAt, closesAt } = form
  if (typeof closesAt !== 'string') return
  const complain = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
  if (typeof opensAt === 'string' && opensAt >= closesAt) complain('closesAt', 'call.closesBeforeOpens')
  for (const name of ['refereesUntilAt', 'reviewUntilAt', 'decideAt'] as const) {
    const at = form[name]
    if (typeof at === 'string' && at < closesAt) complain(name, 'call.beforeClosing')
  }
}
