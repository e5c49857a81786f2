import { epochMilliseconds, type Instant } from '#app/values/moment.ts'
import type { AttendanceState } from '#db/schema.ts'

/** A mark as far as it can contradict another one of the same person and slot. */
export interface ComparedMark {
  id: string
  slot: string
  state: AttendanceState
  at: Instant
  receivedAt: Instant
  accountId: string
  deviceId: string | null
}

export interface Contradiction {
  kind: 'two-states' | 'let-in-twice'
  /** The later one of the two. */
  markId: string
  otherMarkId: string
}

const MINUTE = 60_000
/** Two people who look at the same room at the same time. */
const TOGETHER = 10 * MINUTE
/** A ticket and its picture. */
const SHORTLY_AFTER = 30 * MINUTE
/** Longer on the way than this, and its maker did not know what others had marked. */
const ON_THE_WAY = 2 * MINUTE

/**
 * What a new mark contradicts: only the marks right before and right after it. Of two marks that end side by side, the one
 * that comes second finds the other, in whatever order they come.
 */
export function findContradictions(mark: ComparedMark, others: ComparedMark[]): Contradiction[] {
  const sorted = [...others.filter(({ id }) => id !== mark.id), mark].toSorted(byAge)
  const at = sorted.indexOf(mark)
  return [
    [sorted[at - 1], mark],
    [mark, sorted[at + 1]],
  ].flatMap(([earlier, later]) => (earlier && later ? contradiction(earlier, later) : []))
}

/** Older marks first: by their moment, then by their id. */
export function byAge(one: { id: string; at: Instant }, other: { id: string; at: Instant }): number {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1
  return one.id < other.id ? -1 : 1
}

function contradiction(earlier: ComparedMark, later: ComparedMark): Contradiction[] {
  if (makerOf(earlier) === makerOf(later)) return []
  const apart = epochMilliseconds(later.at) - epochMilliseconds(earlier.at)
  const isBlind = wasOffline(earlier) || wasOffline(later)
  const marks = { markId: later.id, otherMarkId: earlier.id }
  if (isTwice(earlier, later)) return isBlind && apart <= SHORTLY_AFTER ? [{ kind: 'let-in-twice', ...marks }] : []
  if (!isOpposite(earlier.state, later.state)) return []
  return isBlind || apart <= TOGETHER ? [{ kind: 'two-states', ...marks }] : []
}

/** At a door one comes in once; in a room two people may well see the same person. */
function isTwice(earlier: ComparedMark, later: ComparedMark): boolean {
  return (
    earlier.state === 'present' &&
    later.state === 'present' &&
    (later.slot === 'arrival' || later.slot.startsWith('day:'))
  )
}

function isOpposite(one: AttendanceState, other: AttendanceState): boolean {
  return one !== other && one !== 'none' && other !== 'none' && (one === 'present' || other === 'present')
}

function makerOf({ deviceId, accountId }: ComparedMark): string {
  return deviceId ?? accountId
}

function wasOffline({ deviceId, at, receivedAt }: ComparedMark): boolean {
  return deviceId !== null && epochMilliseconds(receivedAt) - epochMilliseconds(at) > ON_THE_WAY
}
