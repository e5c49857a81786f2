import { useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { FinanceForm } from './finance-form.tsx'
import type { loader } from './payout-approve.tsx'
import { PayoutFacts } from '#app/ui/award/payout-facts.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

/** One step of a payout: what it is about, what has to be said with it, and the way back to it. */
export function PayoutStep({
  step,
  form,
  children,
}: {
  step: 'approve' | 'pay' | 'refuse'
  form: FormState
  children?: ReactNode
}) {
  const { t } = usePage()
  const { payout, seesAll } = useLoaderData<typeof loader>()
  const back = `/finance/payouts/${payout.id}`
  return (
    <FinanceForm
      title={t(`award.payouts.${step}Title`)}
      lead={t(`award.payouts.${step}Lead`)}
      trail={[{ to: back, label: <bdi>{payout.fullName}</bdi> }]}
      submit={t(`award.payouts.${step}`)}
      facts={<PayoutFacts payout={payout} base="/finance/payouts" />}
      {...{ form, seesAll, back }}
    >
      {children}
    </FinanceForm>
  )
}
