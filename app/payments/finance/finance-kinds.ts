import type { FinanceEntryKind } from '#db/schema.ts'

export type { FinanceEntryKind }

/**
 * What waits in finance, in the order in which it is shown: money that has nowhere to be, then people who wait for
 * money, then what a provider asks. `line`: a line of a bank statement that belongs to no order yet.
 */
export const WAITING_KINDS = [
  'line',
  'unmatched',
  'late-money',
  'amount-differs',
  'part-paid',
  'overpaid',
  'claim',
  'refund-asked',
  'refund-failed',
  'refund-manual',
  'dispute',
  'chargeback',
  'event-cancelled',
  'foreign-charge',
] as const satisfies ('line' | FinanceEntryKind)[]

export type WaitingKind = (typeof WAITING_KINDS)[number]

export function isWaitingKind(text: string): text is WaitingKind {
  return (WAITING_KINDS as readonly string[]).includes(text)
}
