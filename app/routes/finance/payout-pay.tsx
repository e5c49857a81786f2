import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { z } from 'zod'
import { decide } from './decide.ts'
import { financeHeaders } from './finance-page.tsx'
import { financePayout } from './payout.server.ts'
import { PayoutStep } from './payout-step.tsx'
import { notFound } from '#app/http/answers.ts'
import { payPayout } from '#app/scholarships/payouts/pay-payout.server.ts'
import { TextField } from '#app/ui/fields.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { line } from '#app/values/fields.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

const schema = z.object({ reference: line(100) })

export async function loader(given: LoaderFunctionArgs) {
  const { payout, seesAll } = await financePayout(given)
  if (payout.state !== 'approved') throw notFound()
  return { payout, seesAll }
}

/** Finance has paid it. */
export async function action(given: ActionFunctionArgs) {
  const { services, now } = given.context
  const { db } = services
  const payoutId = given.params.payout!
  return await decide(
    given,
    schema,
    ({ value, reach, accountId }) => payPayout(db, { payoutId, reference: value.reference, reach, accountId, now }),
    `/finance/payouts/${payoutId}?done`,
  )
}

export const headers = financeHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({ title: t('award.payouts.payTitle') }))

export const handle = { shell: 'work', section: 'finance' }

export default function PayoutPay() {
  const { t } = usePage()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <PayoutStep step="pay" form={form}>
      <TextField form={form} name="reference" label={t('award.payouts.reference')} dir="auto" maxLength={100} />
    </PayoutStep>
  )
}
