import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { decide } from './decide.ts'
import { FinanceForm } from './finance-form.tsx'
import { financeHeaders } from './finance-page.tsx'
import { notFound } from '#app/http/answers.ts'
import { requireFinance } from '#app/http/guards.server.ts'
import { financeOrder } from '#app/payments/finance/finance-order.server.ts'
import { refundByFinance } from '#app/payments/refunds/refund-by-finance.server.ts'
import { ChoiceField, TextArea, TextField } from '#app/ui/fields.tsx'
import { Price } from '#app/ui/money.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { line } from '#app/values/fields.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'
import { parseMinor, plainAmount } from '#app/values/money.ts'
import { refuse } from '#app/values/refusal.ts'

const WAYS = ['as-paid', 'bank', 'cash'] as const

const schema = z.object({
  amount: line(20, 'form.amount'),
  way: z.enum(WAYS, { error: 'form.required' }),
  note: line(300, 'finance.noteWanted'),
})

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { reach } = await requireFinance(request, context)
  const { services, language } = context
  const found = await financeOrder(services.db, { code: params.code!, reach, language })
  if (!found || found.balance.currency === null) throw notFound()
  const { order, balance, left } = found
  const currency = found.balance.currency
  const spare = Math.max(0, Math.min(left, -balance.due))
  const hasSeats = found.seats.some(({ state }) => state === 'held' || state === 'confirmed')
  const suggested = spare > 0 ? spare : hasSeats ? 0 : left
  return { code: order.code, currency, left, spare, suggested, seesAll: reach === 'all' }
}

/** Money of this order goes back; a job asks the provider, or a person sends it. */
export async function action(given: ActionFunctionArgs) {
  const { context, params, request } = given
  const { services, now, language } = context
  const { reach } = await requireFinance(request, context)
  const found = await financeOrder(services.db, { code: params.code!, reach, language })
  const currency = found?.balance.currency
  if (!found || !currency) throw notFound()
  const run = refundByFinance.bind(null, services.db, services.gateways)
  return await decide(
    given,
    schema,
    async ({ value, accountId }) => {
      const amountMinor = parseMinor(value.amount, currency)
      if (amountMinor === null || amountMinor === 0) return refuse({ code: 'amount-unreadable', field: 'amount' })
      const { way, note } = value
      return await run({ orderId: found.order.id, amountMinor, currency, way, note, reach, accountId, now })
    },
    `/finance/orders/${params.code}?done=refund`,
  )
}

export const headers = financeHeaders

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, (t) => ({ title: t('finance.refund.do') }))

export const handle = { shell: 'work', section: 'finance' }

export default function OrderRefund() {
  const { t } = usePage()
  const { code, currency, left, spare, suggested, seesAll } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const back = `/finance/orders/${code}`
  return (
    <FinanceForm
      title={t('finance.refund.do')}
      lead={t('finance.refund.lead')}
      trail={[{ to: back, label: <bdi>{code}</bdi> }]}
      submit={t('finance.refund.submit')}
      facts={
        <dl>
          <dt>{t('finance.refund.left')}</dt>
          <dd>
            <Price isFull money={{ amountMinor: left, currency }} />
          </dd>
          <dt>{t('finance.paidTooMuch')}</dt>
          <dd>
            <Price isFull money={{ amountMinor: spare, currency }} />
          </dd>
        </dl>
      }
      {...{ form, seesAll, back }}
    >
      <TextField
        form={form}
        name="amount"
        label={t('finance.refund.amount', { currency })}
        hint={t('finance.refund.amountHint')}
        defaultValue={suggested > 0 ? plainAmount({ amountMinor: suggested, currency }) : ''}
        dir="ltr"
        maxLength={20}
      />
      <ChoiceField
        form={form}
        name="way"
        legend={t('finance.refund.way')}
        defaultValue="as-paid"
        options={WAYS.map((value) => ({
          value,
          label: t(`finance.refund.ways.${value}`),
          detail: t(`finance.refund.wayDetails.${value}`),
        }))}
      />
      <TextArea
        form={form}
        name="note"
        label={t('finance.note')}
        hint={t('finance.noteHint')}
        rows={3}
        maxLength={300}
      />
    </FinanceForm>
  )
}
