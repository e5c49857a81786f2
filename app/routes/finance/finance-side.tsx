import { usePage } from '#app/ui/use-page.ts'
import { WorkSide } from '#app/ui/work-side.tsx'

/** The way around finance. `waiting`: how much needs a person; `seesAll`: whoever has no part of the house of their own. */
export function FinanceSide({ waiting, seesAll = true }: { waiting?: number; seesAll?: boolean }) {
  const { t } = usePage()
  return (
    <WorkSide
      title={t('finance.title')}
      label={t('finance.title')}
      mark="plain"
      links={[
        {
          to: '/finance',
          label: t('finance.queue'),
          count: waiting,
          also: ['/finance/entries', '/finance/waiting'],
        },
        { to: '/finance/events', label: t('finance.side.events') },
        { to: '/finance/orders', label: t('finance.side.orders') },
        { to: '/finance/payments', label: t('finance.side.payments') },
        { to: '/finance/refunds', label: t('finance.side.refunds') },
        { to: '/finance/payouts', label: t('award.payouts.title') },
        { to: '/finance/ledger', label: t('finance.side.ledger') },
        { to: '/finance/statements', label: t('finance.side.statements'), also: ['/finance/lines'] },
        { to: '/finance/reconciliation', label: t('finance.side.reconciliation') },
        { to: '/finance/claims', label: t('pay.claims.title') },
        { to: '/finance/desk', label: t('finance.side.desk') },
        ...(seesAll ? [{ to: '/finance/issuers', label: t('paper.issuers') }] : []),
      ]}
    />
  )
}
