import { addMinutes, type Instant } from '#app/values/moment.ts'
import type { EventsTable, PaymentMethod, PaymentTermsTable } from '#db/schema.ts'

/** How an event handles a way to pay. */
export interface MethodTerms {
  method: PaymentMethod
  /** Whether the seat waits for the money. */
  confirmsOn: 'payment' | 'placing'
  /** How long the money may take, but never beyond the event's beginning. */
  dueDays: number
  fromAt: Instant | null
  untilAt: Instant | null
  needsApproval: boolean
  instructions: string
}

/** Longer than anything is planned ahead: until the event begins. */
const UNTIL_EVENT = 3650

const DEFAULTS: Record<PaymentMethod, { confirmsOn: 'payment' | 'placing' | 'event'; dueDays: number }> = {
  card: { confirmsOn: 'event', dueDays: 0 },
  'bank-transfer': { confirmsOn: 'payment', dueDays: 14 },
  invoice: { confirmsOn: 'placing', dueDays: 30 },
  'mobile-money': { confirmsOn: 'payment', dueDays: 3 },
  desk: { confirmsOn: 'placing', dueDays: UNTIL_EVENT },
  waiver: { confirmsOn: 'payment', dueDays: 14 },
}

/** The terms of a method at an event: its row, else the defaults. */
export function termsOf(
  event: Pick<EventsTable, 'confirmsOn'>,
  rows: readonly PaymentTermsTable[],
  method: PaymentMethod,
): MethodTerms {
  const row = rows.find((one) => one.method === method)
  if (row) {
    const { confirmsOn, dueDays, fromAt, untilAt, instructions } = row
    return { method, confirmsOn, dueDays, fromAt, untilAt, needsApproval: row.needsApproval === 1, instructions }
  }
  const { confirmsOn, dueDays } = DEFAULTS[method]
  return {
    method,
    confirmsOn: confirmsOn === 'event' ? event.confirmsOn : confirmsOn,
    dueDays,
    fromAt: null,
    untilAt: null,
    needsApproval: false,
    instructions: '',
  }
}

export function isPaymentMethod(method: string): method is PaymentMethod {
  return method in DEFAULTS
}

/** Whether the method is on offer at a moment. */
export function isWithin({ fromAt, untilAt }: Pick<MethodTerms, 'fromAt' | 'untilAt'>, now: Instant): boolean {
  return (fromAt === null || fromAt <= now) && (untilAt === null || now < untilAt)
}

const DAY = 24 * 60

/** Money that is on its way on the last day is waited for: banks rest at the weekend. */
export const GRACE_DAYS = 2

/** Whoever registers late has this long at least. */
const LEAST_DAYS = 2

/** What an order agrees to by its method: `heldUntil` is null where the seat does not wait for the money. */
export interface Agreed {
  confirmsOn: 'payment' | 'placing'
  dueAt: Instant | null
  heldUntil: Instant | null
}

/**
 * When the money of an order that is placed now is due, and until when its seats wait. A card is asked for at once.
 * @param holdMinutes how long seats wait for a payment page
 */
export function agreedBy(
  terms: MethodTerms,
  { startsAt }: Pick<EventsTable, 'startsAt'>,
  now: Instant,
  holdMinutes: number,
): Agreed {
  const confirmsOn = terms.needsApproval ? 'payment' : terms.confirmsOn
  const dueAt = terms.method === 'card' ? null : dueAtOf(terms, startsAt, now)
  const waits = dueAt === null ? addMinutes(now, holdMinutes) : addMinutes(dueAt, GRACE_DAYS * DAY)
  return { confirmsOn, dueAt, heldUntil: confirmsOn === 'payment' ? waits : null }
}

function dueAtOf({ dueDays }: MethodTerms, startsAt: Instant, now: Instant): Instant {
  const dueAt = addMinutes(now, Math.max(dueDays, LEAST_DAYS) * DAY)
  return dueAt > startsAt && startsAt > now ? startsAt : dueAt
}
