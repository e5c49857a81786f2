import type { MailEvent } from './event.ts'
import { amount, deadline, type Fact } from './facts.ts'
import type { Say } from './phrase.ts'
import { paymentReference, shownReference } from '#app/payments/reference.ts'
import type { Money } from '#app/values/money.ts'
import type { Instant } from '#app/values/moment.ts'

/** How an order is paid where it has no payment page. */
export interface MailPayment {
  /** Whether the payer writes the order's reference beside the money. */
  isReferenced: boolean
  dueAt: Instant | null
  /** Whether the seats wait for somebody's word rather than for the money. */
  needsApproval?: boolean
  account: { holder: string; number: string; bankName: string | null; bic: string | null } | null
}

/** What is to pay, by when, to whom and with which reference. */
export function paymentFacts(
  say: Say,
  { due, code, payment, event }: { due: Money; code: string; payment: MailPayment | null; event: MailEvent },
): Fact[] {
  const facts: Fact[] = [{ label: say.t('mail.fact.toPay'), lines: [say.value(amount(say, due))] }]
  if (!payment) return facts
  const { isReferenced, dueAt, account } = payment
  if (dueAt !== null) facts.push({ label: say.t('mail.fact.dueBy'), lines: deadline(say, dueAt, event) })
  if (isReferenced)
    facts.push({ label: say.t('mail.fact.reference'), lines: [say.value(shownReference(paymentReference(code)))] })
  if (account) {
    const lines = [account.holder, account.bankName, account.number, account.bic].filter((line) => line !== null)
    facts.push({ label: say.t('mail.fact.account'), lines: lines.map((line) => say.value(line)) })
  }
  return facts
}
