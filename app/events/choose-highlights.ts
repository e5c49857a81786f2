import type { Instant } from '#app/values/moment.ts'

const MOST = 6

/** Sessions that all come to, then those that one chooses among, then the work of the tracks; the rest last. */
const RANKS: Record<string, number> = { plenary: 0, panel: 0, talk: 1, tutorial: 1, workshop: 1, lab: 2 }
const LAST = 3

/**
 * Of the sessions of a programme, in order of time, those that somebody would come for, in the same order. What stands
 * in it several times, once for each track or once a day, is one.
 */
export function chooseHighlights<Session extends { kind: string; title: string; startsAt: Instant }>(
  sessions: readonly Session[],
): Session[] {
  const once = [...Map.groupBy(sessions, ({ kind, title }) => `${kind} ${title}`).values()].map(([first]) => first!)
  const rankOf = ({ kind }: Session) => RANKS[kind] ?? LAST
  const chosen = new Set(once.toSorted((one, other) => rankOf(one) - rankOf(other)).slice(0, MOST))
  return sessions.filter((session) => chosen.has(session))
}
