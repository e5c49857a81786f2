import type { DayChange } from './day-figures.server.ts'
import { addDays, epochMilliseconds } from '#app/values/moment.ts'

/** Where registrations stood so many days before the first day of the event (0; before it: below zero). */
export interface CourseStep {
  at: number
  /** The day of this edition. */
  day: string
  current: number | null
  earlier: number | null
}

interface Edition {
  firstOn: string
  changes: DayChange[]
}

/** As many days can be drawn and read one by one; longer courses are told by the week. */
const DAYS_SHOWN = 42

/** Of a course that began years ahead only the last part is told. */
const LONGEST = 7 * 78

/**
 * The course of registrations beside that of the edition before, both counted by days before the event. What came after
 * the first day counts on it. Nothing when nobody has registered yet.
 */
export function courseOf({
  current,
  earlier,
  today,
}: {
  current: Edition
  earlier: Edition | null
  today: string
}): CourseStep[] {
  const editions = [current, ...(earlier ? [earlier] : [])]
  const begins = editions.flatMap(({ firstOn, changes }) => (changes[0] ? [daysFrom(firstOn, changes[0].day)] : []))
  if (begins.length === 0) return []
  const now = Math.min(0, daysFrom(current.firstOn, today))
  const first = Math.max(-LONGEST, Math.min(0, ...begins))
  const step = -first > DAYS_SHOWN ? 7 : 1
  // Back from the event in whole steps until before anybody came, so that both editions are read on the same days.
  const marks = Array.from({ length: Math.floor(-first / step) + 2 }, (_, at) => -at * step)
  const [ours, theirs] = [stands(current), earlier ? stands(earlier) : null]
  return [...new Set([...marks, Math.max(now, first)])]
    .toSorted((one, other) => one - other)
    .map((at) => ({
      at,
      day: addDays(current.firstOn, at),
      current: at <= now ? ours(at) : null,
      earlier: theirs ? theirs(at) : null,
    }))
}

/** How many stood at the end of a day. */
function stands({ firstOn, changes }: Edition): (at: number) => number {
  const placed = changes.map(({ day, change }) => ({ at: Math.min(0, daysFrom(firstOn, day)), change }))
  return (at) => placed.reduce((sum, one) => (one.at <= at ? sum + one.change : sum), 0)
}

function daysFrom(first: string, day: string): number {
  return Math.round((epochMilliseconds(`${day}T00:00:00Z`) - epochMilliseconds(`${first}T00:00:00Z`)) / 86_400_000)
}
