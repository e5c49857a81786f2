import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { DeskPayments } from './desk-payments.tsx'
import { PapersList } from './papers-list.tsx'
import { DeskSide } from './desk-side.tsx'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { requireDesk } from '#app/http/guards.server.ts'
import { takeSchema } from '#app/payments/desk/desk-form.ts'
import { deskOrder } from '#app/payments/desk/desk-order.server.ts'
import { takeAtDesk } from '#app/payments/desk/take-at-desk.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { ChoiceField, TextField } from '#app/ui/fields.tsx'
import { isolateIn } from '#app/ui/isolate.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { parseCode } from '#app/values/code.ts'
import { EMPTY_FORM, typedValue } from '#app/values/form-state.ts'
import { formatMoney, parseMinor, plainAmount } from '#app/values/money.ts'
import { newToken } from '#app/values/secret.ts'

/** One order at the desk: what is due, and taking it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { reach, isFinance } = await requireDesk(request, context)
  const { services, language } = context
  const found = await deskOrder(services.db, { code: parseCode(params.code!) ?? '', reach, language })
  if (!found) throw notFound()
  const { keyVersion: _, ...order } = found
  const query = new URL(request.url).searchParams
  return { order, isFinance, formKey: newToken(), taken: query.get('taken'), isReversed: query.has('reversed') }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { signedIn, reach } = await requireDesk(request, context)
  const { services, language, now } = context
  const form = await readForm(request)
  const order = await deskOrder(services.db, { code: parseCode(params.code!) ?? '', reach, language })
  if (!order) throw notFound()
  const parsed = parseForm(form, takeSchema)
  if (!parsed.ok) return data({ form: parsed.form }, { status: 422 })
  const { amount, way, formKey } = parsed.value
  const amountMinor = parseMinor(amount, order.currency ?? '')
  if (amountMinor === null || amountMinor === 0) {
    const { values } = refusedForm(form, [])
    return data({ form: { values, errors: { amount: ['pay.enterAmount'] } } }, { status: 422 })
  }
  const taken = await takeAtDesk(services.db, services.gateways, {
    orderId: order.id,
    formKey,
    way,
    amountMinor,
    accountId: signedIn.accountId,
    reach,
    now,
  })
  if (taken.ok) return seeOther(context, `/finance/desk/${order.code}?taken=${taken.value.paymentId}`)
  const isBusy = taken.refusals[0]!.code === 'busy'
  return data({ form: refusedForm(form, taken.refusals) }, { status: isBusy ? 503 : 409 })
}

export const headers = () => ({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin' })

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({ title: t('pay.desk.orderTitle', { code: args.data?.order.code ?? '' }) }))

export const handle = { shell: 'work', section: 'finance' }

export default function DeskOrder() {
  const { t, path, language } = usePage()
  const { order, isFinance, formKey, taken, isReversed } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const due = order.currency && order.due > 0 ? { amountMinor: order.due, currency: order.currency } : null
  const receipts = order.papers.filter(({ paymentId }) => paymentId === taken)
  return (
    <div className="main desk">
      <DeskSide isFinance={isFinance} />
      <main id="main" tabIndex={-1} className="flow">
        <ErrorSummary form={form} />
        <p className="kind">
          <bdi>{order.title}</bdi>
        </p>
        <h1>{t('pay.desk.orderTitle', { code: order.code })}</h1>
        {taken && order.payments.some(({ id }) => id === taken) && (
          <Note is="ok">
            <p>{t('pay.desk.taken')}</p>
            {receipts.length > 0 && <PapersList papers={receipts} />}
          </Note>
        )}
        {isReversed && (
          <Note is="ok">
            <p>{t('pay.desk.reversed')}</p>
          </Note>
        )}
        <dl>
          <dt>{t('pay.desk.of')}</dt>
          <dd>
            <bdi>{order.fullName}</bdi>
          </dd>
          <dt>{t('pay.desk.seats')}</dt>
          {order.seats.map((seat) => (
            <dd key={seat.id}>
              <bdi>{seat.fullName}</bdi> · <bdi dir="ltr">{seat.code}</bdi> · {t(`order.states.${seat.state}`)}
              {!isFinance && (
                <>
                  {' · '}
                  <a href={path(`/organize/${order.slug}/check-in/${seat.id}`)}>{t('checkIn.checkIn')}</a>
                </>
              )}
            </dd>
          ))}
        </dl>
        {due ? (
          <Leaf id="take" title={t('pay.desk.takeTitle')}>
            <p>{t('pay.desk.takeLead', { amount: isolateIn(language, formatMoney(due, language)) })}</p>
            <form method="post" action={path(`/finance/desk/${order.code}`)} className="flow">
              <input type="hidden" name="formKey" value={typedValue(form, 'formKey') ?? formKey} />
              <ChoiceField
                form={form}
                name="way"
                legend={t('pay.desk.way')}
                defaultValue="cash"
                options={[
                  { value: 'cash', label: t('pay.desk.cash') },
                  { value: 'card', label: t('pay.desk.card') },
                ]}
              />
              <TextField
                form={form}
                name="amount"
                label={t('pay.desk.amount', { currency: due.currency })}
                hint={t('pay.desk.amountHint')}
                defaultValue={plainAmount(due)}
                dir="ltr"
                maxLength={20}
              />
              <p>
                <button className="go">{t('pay.desk.take')}</button>
              </p>
            </form>
          </Leaf>
        ) : (
          <Note is="ok">
            <p>{t('pay.desk.nothingDue')}</p>
          </Note>
        )}
        <Leaf id="payments" title={t('pay.desk.payments')} isWide>
          <DeskPayments payments={order.payments} zone={order.zone} />
        </Leaf>
        <Leaf id="papers" title={t('paper.papersHeading')} isWide>
          <PapersList papers={order.papers} />
        </Leaf>
      </main>
    </div>
  )
}
