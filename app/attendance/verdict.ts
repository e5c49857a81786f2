/*
 * What is said to a ticket that somebody shows. Nothing is imported here: the page that works without a connection carries
 * this file into the browser, so that a phone without a network and the front desk say the same.
 */

/**
 * In the order in which they are looked at: not a code at all, not one of ours, of another event; a seat that ended; a clock
 * that cannot be right; nobody paid; the wrong day, the wrong room; in already; or welcome.
 */
export const VERDICTS = [
  'misread',
  'unknown',
  'other-event',
  'passed-on',
  'cancelled',
  'lapsed',
  'wrong-clock',
  'not-paid',
  'wrong-day',
  'wrong-room',
  'already-here',
  'ok',
] as const

export type Verdict = (typeof VERDICTS)[number]

/** A ticket as far as its verdict depends on it. */
export interface JudgedTicket {
  state: 'held' | 'confirmed' | 'cancelled' | 'transferred' | 'lapsed'
  /** Of another event than the one at whose door it is shown. */
  isOfOtherEvent: boolean
  /** The only track that its holder belongs to; '' for none. */
  trackId: string
  /** The days that it lets in; empty for all. */
  days: string[]
  /** What is still to be paid, as an amount in words; '' for nothing. */
  due: string
  /** When its seat ended; '' while it stands. */
  endedAt: string
  /** Since when its holder is in, who let them in, and where; null when they are not. */
  here: { at: string; by: string; where: string } | null
}

/** What the door is a door to. */
export interface JudgedSlot {
  /** `2027-06-14`; '' for the event as a whole. */
  day: string
  /** The only track that it is for; '' for everybody. */
  trackId: string
}

export interface Judgement {
  verdict: Verdict
  /** What its sentence needs: an amount, a moment, days. */
  values: { due?: string; at?: string; by?: string; where?: string; days?: string[]; day?: string; trackId?: string }
  /** Who may let the person in nevertheless. */
  mayOverrule: readonly Door[]
}

/** The front desk (and whoever organizes), or whoever teaches in a room. */
export type Door = 'desk' | 'room'

/** A seat that does not stand is nobody's to overrule: it may be somebody else's by now. */
const MAY_OVERRULE: Partial<Record<Verdict, readonly Door[]>> = {
  'not-paid': ['desk'],
  'wrong-day': ['desk', 'room'],
  'wrong-room': ['desk', 'room'],
  'wrong-clock': ['desk', 'room'],
}

/** More than half a day: days would be mixed up. */
const CLOCK_LIMIT = 12 * 60 * 60 * 1000

/**
 * What to say. `ticket` is null for a code that is none of ours and undefined for what cannot be a code; `today` is the day
 * at the event; `clockOffBy` how many milliseconds the device's clock is off, as far as is known.
 */
export function judge({
  ticket,
  slot,
  today,
  clockOffBy = 0,
}: {
  ticket: JudgedTicket | null | undefined
  slot: JudgedSlot
  today: string
  clockOffBy?: number
}): Judgement {
  if (ticket === undefined) return say('misread')
  if (ticket === null) return say('unknown')
  if (ticket.isOfOtherEvent) return say('other-event')
  if (ticket.state === 'transferred') return say('passed-on', { at: ticket.endedAt })
  if (ticket.state === 'cancelled') return say('cancelled', { at: ticket.endedAt })
  if (ticket.state === 'lapsed') return say('lapsed', { at: ticket.endedAt })
  if (Math.abs(clockOffBy) > CLOCK_LIMIT) return say('wrong-clock')
  // Who is in stays in: what they owe is no longer a matter of the door.
  if (ticket.here) return say('already-here', ticket.here)
  if (ticket.state === 'held') return say('not-paid', { due: ticket.due })
  const day = slot.day === '' ? today : slot.day
  if (ticket.days.length > 0 && !ticket.days.includes(day)) return say('wrong-day', { days: ticket.days, day })
  if (slot.trackId !== '' && slot.trackId !== ticket.trackId) return say('wrong-room', { trackId: ticket.trackId })
  return say('ok', ticket.due === '' ? {} : { due: ticket.due })
}

/** Whether this door may let the person in nevertheless. */
export function mayOverrule(verdict: Verdict, door: Door): boolean {
  return (MAY_OVERRULE[verdict] ?? []).includes(door)
}

export function isVerdict(word: string): word is Verdict {
  return (VERDICTS as readonly string[]).includes(word)
}

function say(verdict: Verdict, values: Judgement['values'] = {}): Judgement {
  return { verdict, values, mayOverrule: MAY_OVERRULE[verdict] ?? [] }
}
