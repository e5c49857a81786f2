import type { Instant } from '#app/values/moment.ts'
import { smallestOf } from '#app/values/money.ts'
import type { RefundReason, RefundRulesTable } from '#db/schema.ts'

export type RefundRule = Pick<
  RefundRulesTable,
  'position' | 'reason' | 'untilAt' | 'percent' | 'feeMinor' | 'feeCurrency' | 'appliedByOn'
>

export interface Returned {
  /** What goes back, in minor units; never below zero and never more than was paid. */
  amount: number
  kept: number
  /** The rule that says so; null when none is in force. */
  rule: RefundRule | null
}

export interface ReturnAsked {
  reason: RefundReason
  /** The lines of the seat with its share of discounts, tax included, in minor units. */
  paidForSeat: number
  currency: string
  now: Instant
  /** The day on which the refused visa was applied for. */
  visaAppliedOn?: string | null
}

/** All of it, where the event is cancelled and its organizer has set nothing else. */
const ALL = 10_000

/**
 * What goes back of what was paid for a seat: the percentage first, rounded once (half a unit goes to the person),
 * then the fee is kept. A refused visa that fits no rule of its own is judged as any other wish.
 */
export function returnedFor(rules: RefundRule[], asked: ReturnAsked): Returned {
  const { paidForSeat, currency, reason } = asked
  const rule = ruleFor(rules, asked)
  if (paidForSeat <= 0) return { amount: 0, kept: 0, rule }
  if (!rule) {
    const amount = reason === 'event-cancelled' ? paidForSeat : 0
    return { amount, kept: paidForSeat - amount, rule }
  }
  const share = partOf(paidForSeat, rule.percent, smallestOf(currency))
  const fee = rule.feeCurrency === currency ? rule.feeMinor : 0
  const amount = Math.min(paidForSeat, Math.max(0, share - fee))
  return { amount, kept: paidForSeat - amount, rule }
}

/** In whole units that can be sent; half of one counts as one. */
function partOf(amount: number, percent: number, unit: number): number {
  const whole = BigInt(ALL) * BigInt(unit)
  return Number((BigInt(amount) * BigInt(percent) + whole / 2n) / whole) * unit
}

/** The first rule of the reason that is in force, until just before its last moment. */
export function ruleFor(
  rules: RefundRule[],
  { reason, now, visaAppliedOn = null }: Pick<ReturnAsked, 'reason' | 'now' | 'visaAppliedOn'>,
): RefundRule | null {
  const inForce = rules
    .filter(({ untilAt }) => untilAt === null || now < untilAt)
    .toSorted((one, other) => one.position - other.position)
  const own = inForce.find(
    (rule) =>
      rule.reason === reason &&
      (rule.appliedByOn === null || (visaAppliedOn !== null && visaAppliedOn <= rule.appliedByOn)),
  )
  if (own || reason !== 'visa-refused') return own ?? null
  return inForce.find((rule) => rule.reason === 'any') ?? null
}

/** The rule for a refused visa that can be claimed now, with the day by which one must have applied; null without one. */
export function claimableRule(rules: RefundRule[], now: Instant): RefundRule | null {
  const own = rules.filter(({ reason, untilAt }) => reason === 'visa-refused' && (untilAt === null || now < untilAt))
  return own.toSorted((one, other) => one.position - other.position)[0] ?? null
}
