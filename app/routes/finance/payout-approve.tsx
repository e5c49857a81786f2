import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { z } from 'zod'
import { decide } from './decide.ts'
import { financeHeaders } from './finance-page.tsx'
import { financePayout } from './payout.server.ts'
import { PayoutStep } from './payout-step.tsx'
import { notFound } from '#app/http/answers.ts'
import { approvePayout } from '#app/scholarships/payouts/approve-payout.server.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

const schema = z.object({})

export async function loader(given: LoaderFunctionArgs) {
  const { payout, seesAll } = await financePayout(given)
  if (payout.state !== 'checked') throw notFound()
  return { payout, seesAll }
}

/** Finance agrees to a payout that was checked. */
export async function action(given: ActionFunctionArgs) {
  const { services, now } = given.context
  const { db } = services
  const payoutId = given.params.payout!
  return await decide(
    given,
    schema,
    ({ reach, accountId }) => approvePayout(db, { payoutId, reach, accountId, now }),
    `/finance/payouts/${payoutId}?done`,
  )
}

export const headers = financeHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({ title: t('award.payouts.approveTitle') }))

export const handle = { shell: 'work', section: 'finance' }

export default function PayoutApprove() {
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return <PayoutStep step="approve" form={form} />
}
