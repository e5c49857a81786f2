import { type ChecklistItem, found, wanted } from './checklist-item.ts'
import type { PublishFacts } from './publish-facts.ts'

const BY_BANK = ['bank-transfer', 'invoice']

/** Under whose name it is held, who takes the money, and what comes back. */
export function checkMoney(facts: PublishFacts): ChecklistItem[] {
  const { payee, hostOfSeries, paymentMethods, types } = facts
  const costs = types.some(({ steps }) => steps.some(({ amountMinor }) => amountMinor > 0))
  const isOwnPayee = hostOfSeries === null || payee?.hostId === hostOfSeries
  const needs = (methods: string[]) => paymentMethods.some((method) => methods.includes(method))
  const lacksAccount = (needs(BY_BANK) && !payee?.hasAccount) || (needs(['mobile-money']) && !payee?.hasMobileAccount)
  return [
    ...found('stop', 'host', hostOfSeries !== null && facts.hostId !== hostOfSeries, ['details', 'hostId']),
    ...(costs
      ? [
          wanted('stop', 'refundRule', facts.hasRefundRule, 'rules/refunds'),
          wanted('stop', 'payee', payee !== null && isOwnPayee, 'rules'),
          ...found('stop', 'account', payee !== null && isOwnPayee && lacksAccount, ['rules']),
        ]
      : []),
    ...(facts.admission === 'registration'
      ? [wanted('warn', 'cancellation', facts.cancellationNote !== '', 'details', 'cancellationNote')]
      : []),
  ]
}
