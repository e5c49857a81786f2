import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { DeskSide } from './desk-side.tsx'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { requireDesk } from '#app/http/guards.server.ts'
import { reverseSchema } from '#app/payments/desk/desk-form.ts'
import { deskPayment } from '#app/payments/desk/desk-order.server.ts'
import { reverseAtDesk } from '#app/payments/desk/reverse-at-desk.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { isolateIn } from '#app/ui/isolate.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'
import { formatMoney } from '#app/values/money.ts'

/** Giving back what the desk took. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { reach, isFinance } = await requireDesk(request, context)
  const payment = await deskPayment(context.services.db, { paymentId: params.payment!, reach })
  if (!payment) throw notFound()
  return { payment, isFinance }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { signedIn, reach } = await requireDesk(request, context)
  const { services, now } = context
  const form = await readForm(request)
  const parsed = parseForm(form, reverseSchema)
  if (!parsed.ok) return data({ form: parsed.form }, { status: 422 })
  const reversed = await reverseAtDesk(services.db, services.gateways, {
    paymentId: params.payment!,
    reason: parsed.value.reason,
    accountId: signedIn.accountId,
    reach,
    now,
  })
  if (reversed.ok) return seeOther(context, `/finance/desk/${reversed.value.orderCode}?reversed`)
  const [first] = reversed.refusals
  if (first!.code === 'payment-unknown') throw notFound()
  return data({ form: refusedForm(form, reversed.refusals) }, { status: first!.code === 'busy' ? 503 : 409 })
}

export const headers = () => ({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin' })

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({ title: t('pay.desk.reverseTitle') }))

export const handle = { shell: 'work', section: 'finance' }

export default function Reverse() {
  const { t, path, language } = usePage()
  const { payment, isFinance } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  return (
    <div className="main desk">
      <DeskSide isFinance={isFinance} />
      <main id="main" tabIndex={-1} className="flow">
        <ErrorSummary form={form} />
        <p>
          <a href={path(`/finance/desk/${payment.code}`)}>{t('pay.desk.orderTitle', { code: payment.code })}</a>
        </p>
        <h1>{t('pay.desk.reverseTitle')}</h1>
        <p className="lead">
          {t('pay.desk.reverseLead', { amount: isolateIn(language, formatMoney(payment, language)) })}
        </p>
        <form method="post" action={path(`/finance/desk/payments/${payment.id}/reverse`)} className="flow">
          <TextField form={form} name="reason" label={t('pay.desk.reverseReason')} maxLength={300} />
          <p>
            <button className="go">{t('pay.desk.reverse')}</button>
          </p>
        </form>
      </main>
    </div>
  )
}
