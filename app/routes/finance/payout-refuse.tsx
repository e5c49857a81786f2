import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { z } from 'zod'
import { decide } from './decide.ts'
import { financeHeaders } from './finance-page.tsx'
import { financePayout } from './payout.server.ts'
import { PayoutStep } from './payout-step.tsx'
import { notFound } from '#app/http/answers.ts'
import { refusePayout } from '#app/scholarships/payouts/refuse-payout.server.ts'
import { TextArea } from '#app/ui/fields.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { line } from '#app/values/fields.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

const schema = z.object({ reason: line(1000) })

export async function loader(given: LoaderFunctionArgs) {
  const { payout, seesAll } = await financePayout(given)
  if (!['claimed', 'checked', 'approved'].includes(payout.state)) throw notFound()
  return { payout, seesAll }
}

/** Finance says no, with a reason. */
export async function action(given: ActionFunctionArgs) {
  const { services, now } = given.context
  const { db } = services
  const payoutId = given.params.payout!
  return await decide(
    given,
    schema,
    ({ value, reach, accountId }) =>
      refusePayout(db, { payoutId, reason: value.reason, by: { reach }, accountId, now }),
    `/finance/payouts/${payoutId}?done`,
  )
}

export const headers = financeHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({ title: t('award.payouts.refuseTitle') }))

export const handle = { shell: 'work', section: 'finance' }

export default function PayoutRefuse() {
  const { t } = usePage()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <PayoutStep step="refuse" form={form}>
      <TextArea form={form} name="reason" label={t('award.payouts.reason')} maxLength={1000} />
    </PayoutStep>
  )
}
