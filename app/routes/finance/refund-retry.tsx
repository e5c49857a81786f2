import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { decide } from './decide.ts'
import { FinanceForm } from './finance-form.tsx'
import { financeHeaders } from './finance-page.tsx'
import { RefundFacts } from './refund-facts.tsx'
import { notFound } from '#app/http/answers.ts'
import { requireFinance } from '#app/http/guards.server.ts'
import { financeRefund } from '#app/payments/finance/finance-refund.server.ts'
import { retryRefund } from '#app/payments/refunds/retry-refund.server.ts'
import { ChoiceField } from '#app/ui/fields.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

const WAYS = ['as-paid', 'bank', 'cash'] as const

const schema = z.object({ way: z.enum(WAYS, { error: 'form.required' }) })

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { reach } = await requireFinance(request, context)
  const { services, language } = context
  const refund = await financeRefund(services.db, { id: params.refund!, reach, language })
  if (!refund || !refund.mayRetry) throw notFound()
  return { refund, seesAll: reach === 'all' }
}

/** Once more what could not go back, by the same way or another. */
export async function action(given: ActionFunctionArgs) {
  const { services, now } = given.context
  const attemptId = given.params.refund!
  const run = retryRefund.bind(null, services.db, services.gateways)
  return await decide(
    given,
    schema,
    ({ value, reach, accountId }) => run({ attemptId, way: value.way, reach, accountId, now }),
    '/finance/refunds',
  )
}

export const headers = financeHeaders

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, (t) => ({ title: t('finance.retry.do') }))

export const handle = { shell: 'work', section: 'finance' }

export default function RefundRetry() {
  const { t } = usePage()
  const { refund, seesAll } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const back = `/finance/refunds/${refund.id}`
  return (
    <FinanceForm
      title={t('finance.retry.do')}
      lead={t('finance.retry.lead')}
      trail={[{ to: back, label: <bdi>{refund.code}</bdi> }]}
      submit={t('finance.retry.submit')}
      facts={<RefundFacts refund={refund} />}
      {...{ form, seesAll, back }}
    >
      <ChoiceField
        form={form}
        name="way"
        legend={t('finance.refund.way')}
        defaultValue="bank"
        options={WAYS.map((value) => ({
          value,
          label: t(`finance.refund.ways.${value}`),
          detail: t(`finance.refund.wayDetails.${value}`),
        }))}
      />
    </FinanceForm>
  )
}
