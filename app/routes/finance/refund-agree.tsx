import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { decide } from './decide.ts'
import { FinanceForm } from './finance-form.tsx'
import { financeHeaders } from './finance-page.tsx'
import { RefundFacts } from './refund-facts.tsx'
import { notFound } from '#app/http/answers.ts'
import { requireFinance } from '#app/http/guards.server.ts'
import { decideRefund } from '#app/payments/refunds/decide-refund.server.ts'
import { financeRefund } from '#app/payments/finance/finance-refund.server.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

const schema = z.object({})

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { reach } = await requireFinance(request, context)
  const { services, language } = context
  const refund = await financeRefund(services.db, { id: params.refund!, reach, language })
  if (!refund || refund.state !== 'approval') throw notFound()
  return { refund, seesAll: reach === 'all' }
}

/** Finance agrees: the money goes back. */
export async function action(given: ActionFunctionArgs) {
  const { services, now } = given.context
  const attemptId = given.params.refund!
  const run = decideRefund.bind(null, services.db)
  return await decide(
    given,
    schema,
    ({ reach, accountId }) => run({ attemptId, isAgreed: true, reach, accountId, now }),
    `/finance/refunds/${attemptId}?done=decided`,
  )
}

export const headers = financeHeaders

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, (t) => ({ title: t('finance.agree.do') }))

export const handle = { shell: 'work', section: 'finance' }

export default function RefundAgree() {
  const { t } = usePage()
  const { refund, seesAll } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const back = `/finance/refunds/${refund.id}`
  return (
    <FinanceForm
      title={t('finance.agree.do')}
      lead={t('finance.agree.lead')}
      trail={[{ to: back, label: <bdi>{refund.code}</bdi> }]}
      submit={t('finance.agree.submit')}
      facts={<RefundFacts refund={refund} />}
      {...{ form, seesAll, back }}
    />
  )
}
