import type { Instant } from '#app/values/moment.ts'

export interface Span {
  startsAt: Instant
  endsAt: Instant
}

/** Whether there is a moment that both have. */
export function isAtOnce(one: Span, other: Span): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt
}

/** Every pair of one of these and one of those that are at the same time; both in the order of their starts. */
export function* overlaps<One extends Span, Other extends Span>(these: One[], those: Other[]): Generator<[One, Other]> {
  let open: Other[] = []
  let next = 0
  for (const one of these) {
    while (next < those.length && those[next]!.startsAt < one.endsAt) open.push(those[next++]!)
    open = open.filter(({ endsAt }) => endsAt > one.startsAt)
    for (const other of open) if (isAtOnce(one, other)) yield [one, other]
  }
}
