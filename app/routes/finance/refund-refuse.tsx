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
import { TextArea } from '#app/ui/fields.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { line } from '#app/values/fields.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

const schema = z.object({ note: line(300, 'finance.noteWanted') })

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { reach } = await requireFinance(request, context)
  const { services, language } = context
  const refund = await financeRefund(services.db, { id: params.refund!, reach, language })
  if (!refund || refund.state !== 'approval') throw notFound()
  return { refund, seesAll: reach === 'all' }
}

/** Finance does not agree: what the money was asked back for is asked for again. */
export async function action(given: ActionFunctionArgs) {
  const { services, now } = given.context
  const attemptId = given.params.refund!
  const run = decideRefund.bind(null, services.db)
  return await decide(
    given,
    schema,
    ({ value, reach, accountId }) => run({ attemptId, isAgreed: false, note: value.note, reach, accountId, now }),
    `/finance/refunds/${attemptId}?done=decided`,
  )
}

export const headers = financeHeaders

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, (t) => ({ title: t('finance.refuse.do') }))

export const handle = { shell: 'work', section: 'finance' }

export default function RefundRefuse() {
  const { t } = usePage()
  const { refund, seesAll } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const back = `/finance/refunds/${refund.id}`
  return (
    <FinanceForm
      title={t('finance.refuse.do')}
      lead={t('finance.refuse.lead')}
      trail={[{ to: back, label: <bdi>{refund.code}</bdi> }]}
      submit={t('finance.refuse.submit')}
      facts={<RefundFacts refund={refund} />}
      {...{ form, seesAll, back }}
    >
      <TextArea
        form={form}
        name="note"
        label={t('finance.reason')}
        hint={t('finance.noteHint')}
        rows={3}
        maxLength={300}
      />
    </FinanceForm>
  )
}
