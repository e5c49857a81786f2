import { z } from 'zod'
import { skippedTime, whichTime } from './details-form.ts'
import { readingOf, wallTimeOf } from './wall-time.ts'
import { optionalLine } from '#app/values/fields.ts'
import { type Instant, instantOf, isPartialDay, wallClock } from '#app/values/moment.ts'

/**
 * A day and time as a `datetime-local` input sends it, `2027-03-31T23:59`, and behind a space the moment that is meant,
 * where somebody was asked which of two it is.
 */
const SHAPE = /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)(?::\d{2}(?:\.\d+)?)?(?: (\S{24}))?$/

/** What was typed, on the clock of a zone: the moment, or the message why there is none. */
export function parseLocalMoment(typed: string, zone: string): { at: Instant } | { message: string } {
  const match = SHAPE.exec(typed.trim())
  if (!match || !isPartialDay(match[1]!)) return { message: 'organize.momentShape' }
  const [day, time] = [match[1]!, `${match[2]}:${match[3]}`]
  const skipped = skippedTime(day, time, zone)
  if (skipped) return { message: skipped }
  const reading = readingOf(wallTimeOf(day, time, zone), match[4])
  return reading === 'open'
    ? { message: whichTime(day, time, zone) }
    : { at: instantOf(day, time, zone, reading === 'second') }
}

/** A moment as the input shows it; '' for none. */
export function localMoment(at: Instant | null, zone: string): string {
  if (at === null) return ''
  const { day, time } = wallClock(at, zone)
  return `${day}T${time}`
}

/** A moment that may be left out, on the clock of a zone; left out is null. */
export function momentField(zone: string) {
  return optionalLine(60).transform((typed, context): Instant | null => {
    if (typed === '') return null
    const parsed = parseLocalMoment(typed, zone)
    if ('at' in parsed) return parsed.at
    context.addIssue({ code: 'custom', message: parsed.message })
    return z.NEVER
  })
}
