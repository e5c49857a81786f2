import { isAtOnce, overlaps, type Span } from './overlaps.ts'
import { fold } from '#app/values/text.ts'

export interface PlannedSession extends Span {
  id: string
  kind: string
  heldOn: string
  room: string | null
  trackId: string | null
  capacity: number | null
  people: { fullName: string; email: string | null }[]
}

interface Setting {
  /** The first and the last day of the event. */
  firstOn: string
  lastOn: string
  /** How many a room holds, where somebody said so. */
  rooms: { name: string; seats: number | null }[]
}

/** What cannot be, or hardly: two sessions that hinder each other, or one that does not fit where it stands. */
export type Conflict =
  | { is: 'room' | 'person' | 'track'; sessions: [string, string]; what: string }
  | { is: 'break'; sessions: [string, string] }
  | { is: 'outside'; sessions: [string] }
  | { is: 'size'; sessions: [string]; capacity: number; seats: number }

/** So many are found at most; a programme with more has another problem. */
const MOST_CONFLICTS = 500

/**
 * Everything in a programme that does not go together: a room twice at a time, a person in two places, a track in two
 * rooms, a session over a break for everybody, outside the event's days, or for more people than its room holds.
 * The work grows with the sessions and with what is found, not with their square.
 */
export function findConflicts(sessions: PlannedSession[], { firstOn, lastOn, rooms }: Setting): Conflict[] {
  const inOrder = sessions.toSorted((one, other) => compare(one.startsAt, other.startsAt) || compare(one.id, other.id))
  const found: Conflict[] = []
  for (const conflict of conflictsOf(inOrder, { firstOn, lastOn, rooms }))
    if (found.push(conflict) === MOST_CONFLICTS) break
  return found
}

function* conflictsOf(sessions: PlannedSession[], { firstOn, lastOn, rooms }: Setting): Generator<Conflict> {
  const seatsOf = new Map(rooms.map(({ name, seats }) => [fold(name), seats]))
  for (const { id, heldOn, room, capacity } of sessions) {
    if (heldOn < firstOn || heldOn > lastOn) yield { is: 'outside', sessions: [id] }
    const seats = room === null ? null : (seatsOf.get(fold(room)) ?? null)
    if (capacity !== null && seats !== null && capacity > seats) yield { is: 'size', sessions: [id], capacity, seats }
  }
  for (const together of groups(sessions, ({ room }) => (room ? [fold(room)] : [])))
    for (const [one, other] of pairsWithin(together))
      yield { is: 'room', sessions: [one.id, other.id], what: other.room! }
  for (const together of groups(sessions, ({ trackId }) => (trackId ? [trackId] : [])))
    for (const [one, other] of pairsWithin(together))
      if (one.room && other.room && fold(one.room) !== fold(other.room))
        yield { is: 'track', sessions: [one.id, other.id], what: one.trackId! }
  yield* samePeople(sessions)
  const isPause = ({ kind, trackId }: PlannedSession) => kind === 'break' && trackId === null
  const pauses = sessions.filter(isPause)
  const others = sessions.filter(({ kind }) => kind !== 'break')
  for (const [session, pause] of overlaps(others, pauses)) yield { is: 'break', sessions: [session.id, pause.id] }
}

/** By folded name or by address; the same two sessions are named once for each person. */
function* samePeople(sessions: PlannedSession[]): Generator<Conflict> {
  const told = new Set<string>()
  const keysOf = ({ people }: PlannedSession) =>
    people.flatMap(({ fullName, email }) => [
      `n ${fold(fullName)}`,
      ...(email === null ? [] : [`e ${email.toLowerCase()}`]),
    ])
  for (const [key, together] of groupsByKey(sessions, keysOf))
    for (const [one, other] of pairsWithin(together)) {
      const what = other.people.find((person) => keysOf({ ...other, people: [person] }).includes(key))!.fullName
      const said = [one.id, other.id, fold(what)].join(' ')
      if (told.has(said)) continue
      told.add(said)
      yield { is: 'person', sessions: [one.id, other.id], what }
    }
}

function* pairsWithin(sessions: PlannedSession[]): Generator<[PlannedSession, PlannedSession]> {
  let open: PlannedSession[] = []
  for (const session of sessions) {
    open = open.filter(({ endsAt }) => endsAt > session.startsAt)
    for (const one of open) if (isAtOnce(one, session)) yield [one, session]
    open.push(session)
  }
}

function groups(sessions: PlannedSession[], keysOf: (session: PlannedSession) => string[]) {
  return groupsByKey(sessions, keysOf).values()
}

/** A session stands once in each of its groups, in the order of time. */
function groupsByKey(sessions: PlannedSession[], keysOf: (session: PlannedSession) => string[]) {
  const found = new Map<string, PlannedSession[]>()
  for (const session of sessions)
    for (const key of new Set(keysOf(session))) {
      const group = found.get(key)
      if (group) group.push(session)
      else found.set(key, [session])
    }
  return found
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
