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
import { markRefundSent } from '#app/payments/refunds/mark-refund-sent.server.ts'
import { TextField } from '#app/ui/fields.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { line } from '#app/values/fields.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

const schema = z.object({ reference: line(150, 'finance.sent.referenceWanted') })

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { reach } = await requireFinance(request, context)
  const { services, language } = context
  const refund = await financeRefund(services.db, { id: params.refund!, reach, language })
  if (!refund || refund.state !== 'manual') throw notFound()
  return { refund, seesAll: reach === 'all' }
}

/** A person has sent it, and says under which name. */
export async function action(given: ActionFunctionArgs) {
  const { services, now } = given.context
  const attemptId = given.params.refund!
  const run = markRefundSent.bind(null, services.db)
  return await decide(
    given,
    schema,
    ({ value, reach, accountId }) => run({ attemptId, reference: value.reference, reach, accountId, now }),
    `/finance/refunds/${attemptId}?done=decided`,
  )
}

export const headers = financeHeaders

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, (t) => ({ title: t('finance.sent.do') }))

export const handle = { shell: 'work', section: 'finance' }

export default function RefundSent() {
  const { t } = usePage()
  const { refund, seesAll } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const back = `/finance/refunds/${refund.id}`
  return (
    <FinanceForm
      title={t('finance.sent.do')}
      lead={t('finance.sent.lead')}
      trail={[{ to: back, label: <bdi>{refund.code}</bdi> }]}
      submit={t('finance.sent.submit')}
      facts={<RefundFacts refund={refund} />}
      {...{ form, seesAll, back }}
    >
      <TextField
        form={form}
        name="reference"
        label={t('finance.sent.reference')}
        hint={t('finance.sent.referenceHint')}
        dir="ltr"
        maxLength={150}
      />
    </FinanceForm>
  )
}
