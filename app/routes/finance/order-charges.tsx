import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { decide } from './decide.ts'
import { FinanceForm } from './finance-form.tsx'
import { financeHeaders } from './finance-page.tsx'
import { notFound } from '#app/http/answers.ts'
import { requireFinance } from '#app/http/guards.server.ts'
import { financeOrder } from '#app/payments/finance/finance-order.server.ts'
import { takeAsCharges } from '#app/payments/take-as-charges.server.ts'
import { TextArea } from '#app/ui/fields.tsx'
import { Price } from '#app/ui/money.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { line } from '#app/values/fields.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

const schema = z.object({ reason: line(300, 'finance.noteWanted') })

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { reach } = await requireFinance(request, context)
  const found = await financeOrder(context.services.db, { code: params.code!, reach, language: context.language })
  if (!found || found.balance.currency === null) throw notFound()
  const { due, paid, refunded, currency } = found.balance
  return { code: found.order.code, due, came: paid - refunded, currency: currency, seesAll: reach === 'all' }
}

/** What banks kept on the way is not asked for again. */
export async function action(given: ActionFunctionArgs) {
  const { context, params, request } = given
  const { services, now, language } = context
  const { reach } = await requireFinance(request, context)
  const found = await financeOrder(services.db, { code: params.code!, reach, language })
  if (!found) throw notFound()
  const run = takeAsCharges.bind(null, services.db)
  return await decide(
    given,
    schema,
    ({ value, accountId }) => run({ orderId: found.order.id, reason: value.reason, reach, accountId, now }),
    `/finance/orders/${params.code}?done=charges`,
  )
}

export const headers = financeHeaders

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, (t) => ({ title: t('finance.charges.do') }))

export const handle = { shell: 'work', section: 'finance' }

export default function OrderCharges() {
  const { t } = usePage()
  const { code, due, came, currency, seesAll } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const back = `/finance/orders/${code}`
  return (
    <FinanceForm
      title={t('finance.charges.do')}
      lead={t('finance.charges.lead')}
      trail={[{ to: back, label: <bdi>{code}</bdi> }]}
      submit={t('finance.charges.submit')}
      facts={
        <dl>
          <dt>{t('finance.came')}</dt>
          <dd>
            <Price isFull money={{ amountMinor: came, currency }} />
          </dd>
          <dt>{t('finance.due')}</dt>
          <dd>
            <Price isFull money={{ amountMinor: due, currency }} />
          </dd>
        </dl>
      }
      {...{ form, seesAll, back }}
    >
      <TextArea
        form={form}
        name="reason"
        label={t('finance.reason')}
        hint={t('finance.noteHint')}
        rows={3}
        maxLength={300}
      />
    </FinanceForm>
  )
}
