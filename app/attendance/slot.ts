/** What is marked at an event: who was in each session, in each half of a day, on each day. */
export type AttendanceUnit = 'session' | 'half-day' | 'day'

export type HalfDay = 'am' | 'pm'

/**
 * Something that a person can be at: the event itself (`arrival`, once, at the front desk), a day, half of one, a session.
 * Its key is what marks are stored under.
 */
export type Slot =
  | { kind: 'arrival' }
  | { kind: 'day'; day: string }
  | { kind: 'half'; day: string; half: HalfDay }
  | { kind: 'session'; sessionId: string }

const DAY = /^\d{4}-\d{2}-\d{2}$/
const ID = /^[0-9a-f-]{36}$/

export function slotKey(slot: Slot): string {
  switch (slot.kind) {
    case 'arrival':
      return 'arrival'
    case 'day':
      return `day:${slot.day}`
    case 'half':
      return `half:${slot.day}:${slot.half}`
    case 'session':
      return `session:${slot.sessionId}`
  }
}

/** The slot of a key; null when it is none. Whether the event has such a day or session is another question. */
export function parseSlot(key: string): Slot | null {
  const [kind, first = '', second = '', ...rest] = key.split(':')
  if (rest.length > 0) return null
  if (kind === 'arrival' && key === 'arrival') return { kind }
  if (kind === 'day' && DAY.test(first) && second === '') return { kind, day: first }
  if (kind === 'half' && DAY.test(first) && (second === 'am' || second === 'pm'))
    return { kind, day: first, half: second }
  if (kind === 'session' && ID.test(first) && second === '') return { kind, sessionId: first }
  return null
}
