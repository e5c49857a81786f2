import { addDays } from '#app/values/moment.ts'

/** More days than anybody wants to choose from. */
const MOST_DAYS = 62

/** The days of an event from its first to its last, the first two months of a very long one. */
export function daysOfEvent({ firstOn, lastOn }: { firstOn: string; lastOn: string }): string[] {
  const days: string[] = []
  for (let day = firstOn; day <= lastOn && days.length < MOST_DAYS; day = addDays(day, 1)) days.push(day)
  return days
}
