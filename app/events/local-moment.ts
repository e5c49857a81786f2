import { z } from 'zod'
import { skippedTime } from './details-form.ts'
import { optionalLine } from '#app/values/fields.ts'
import { type Instant, instantOf, isPartialDay, wallClock } from '#app/values/moment.ts'

/** A day and time as a `datetime-local` input sends it: `2027-03-31T23:59`. */
const SHAPE = /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)(:\d{2}(\.\d+)?)?$/

/** What was typed, on the clock of a zone: the moment, or the message why there is none. */
export function parseLocalMoment(typed: string, zone: string): { at: Instant } | { message: string } {
  const match = SHAPE.exec(typed.trim())
  if (!match || !isPartialDay(match[1]!)) return { message: 'organize.momentShape' }
  const [day, time] = [match[1]!, `${match[2]}:${match[3]}`]
  const skipped = skippedTime(day, time, zone)
  return skipped ? { message: skipped } : { at: instantOf(day, time, zone) }
}

/** A moment as the input shows it; '' for none. */
export function localMoment(at: Instant | null, zone: string): string {
  if (at === null) return ''
  const { day, time } = wallClock(at, zone)
  return `${day}T${time}`
}

/** A moment that may be left out, on the clock of a zone; left out is null. */
export function momentField(zone: string) {
  return optionalLine(30).transform((typed, context): Instant | null => {
    if (typed === '') return null
    const parsed = parseLocalMoment(typed, zone)
    if ('at' in parsed) return parsed.at
    context.addIssue({ code: 'custom', message: parsed.message })
    return z.NEVER
  })
}
