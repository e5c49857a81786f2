import { type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LineLabel } from './line-label.tsx'
import { seeOther } from '#app/http/answers.ts'
import { balanceOf } from '#app/payments/balance.server.ts'
import { isOrderKey } from '#app/registrations/order-key.ts'
import { keyedOrder } from '#app/registrations/order-queries.server.ts'
import { orderView, type OrderView } from '#app/registrations/order-view.server.ts'
import { isKey, type Translate } from '#app/locales/translate.ts'
import { Price } from '#app/ui/money.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { parseCode } from '#app/values/code.ts'
import { formatDays, formatMoment } from '#app/values/dates.ts'
import { formatPercent } from '#app/values/format-percent.ts'

export const handle = { shell: 'paper' }

export const headers: HeadersFunction = () => ({
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex',
})

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({
    title: t(args.data?.order.payments.length ? 'order.receiptTitle' : 'order.summaryTitle', {
      code: args.data?.order.code ?? '',
    }),
  }))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, config } = context.services
  const key = new URL(request.url).searchParams.get('key') ?? ''
  const code = parseCode(params['code'] ?? '') ?? ''
  const known = await keyedOrder(db, code)
  const isTheirs = isOrderKey(config.secret, known ?? { id: '', keyVersion: 0 }, key)
  // The order's page has the words for a stranger.
  if (!known || !isTheirs) throw seeOther(context, `/orders/${encodeURIComponent(params['code'] ?? '')}`)
  const [order, balance] = await Promise.all([
    orderView(db, { orderId: known.id, language: context.language }),
    balanceOf(db, known.id),
  ])
  return { order, key, lines: balance?.lines ?? 0, due: balance?.due ?? 0 }
}

export default function Page() {
  const { order, key, lines, due } = useLoaderData<typeof loader>()
  const { t, path, language, now } = usePage()
  const { currency } = order
  const taxes = currency && lines > 0 ? taxesOf(order.lines, language) : []
  const isReturning = order.refundAttempts.length > 0
  const isReceipt = order.payments.length > 0
  const moment = (at: string) => formatMoment(at, order.zone, language)
  return (
    <main id="main" tabIndex={-1} data-series={seriesOf(order.mark)} className="flow">
      <p className="noprint">
        <a href={path(`/orders/${order.code}?key=${key}`)}>{t('order.back')}</a>
      </p>
      <p className="kind">
        <bdi>{order.title}</bdi> · {formatDays(order.startsOn, order.endsOn, language)}
      </p>
      <h1>
        {t(isReceipt ? 'order.receiptOf' : 'order.summary')} <bdi dir="ltr">{order.code}</bdi>
      </h1>
      <dl>
        <dt>{t('order.seller')}</dt>
        <dd>
          {order.hostName ? <bdi>{order.hostName}</bdi> : t('common.society')}
          {order.contactEmail && <>, {order.contactEmail}</>}
        </dd>
        <dt>{t('order.buyer')}</dt>
        <dd>
          <bdi>{order.fullName}</bdi>
          {order.email && <>, {order.email}</>}
        </dd>
        <dt>{t('order.dated')}</dt>
        <dd>{moment(order.placedAt)}</dd>
        <dt>{t('order.printed')}</dt>
        <dd>{moment(now)}</dd>
      </dl>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('order.item')}</th>
            <th scope="col" className="num">
              {t('order.amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {order.lines.map((line) => (
            <tr key={line.id}>
              <td>
                <LineLabel line={line} />
                <br />
                <small>
                  <bdi>{order.registrations.find(({ id }) => id === line.registrationId)?.fullName}</bdi>
                </small>
              </td>
              <td className="num">{line.amountMinor === 0 ? t('order.free') : <Price money={line} />}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('order.total')}</th>
            <td className="num">
              <b>{currency ? <Price money={{ amountMinor: lines, currency }} /> : t('order.free')}</b>
            </td>
          </tr>
          {taxes.map(({ name, amountMinor }) => (
            <tr key={name}>
              <th scope="row">
                <small>{t('order.taxIncluded', { tax: name })}</small>
              </th>
              <td className="num">
                <small>
                  <Price money={{ amountMinor, currency: currency! }} />
                </small>
              </td>
            </tr>
          ))}
          {order.payments.map((payment) => (
            <tr key={payment.id}>
              <th scope="row">
                {t('order.paidOn', {
                  when: moment(payment.receivedAt),
                  method: methodOf(payment.method, t),
                })}
              </th>
              <td className="num">
                <Price money={{ ...payment, amountMinor: -payment.amountMinor }} />
              </td>
            </tr>
          ))}
          {order.refunds.map((refund) => (
            <tr key={refund.id}>
              <th scope="row">{t('order.returnedOn', { when: moment(refund.refundedAt) })}</th>
              <td className="num">
                <Price money={refund} />
              </td>
            </tr>
          ))}
          {currency && (
            <tr>
              <th scope="row">
                {t(due >= 0 ? 'order.stillDue' : isReturning ? 'change.figures.returned' : 'order.overpaid')}
              </th>
              <td className="num">
                <Price money={{ amountMinor: Math.abs(due), currency }} />
              </td>
            </tr>
          )}
        </tfoot>
      </table>
      {currency && <p className="hint">{t(isReceipt ? 'order.noTax' : 'order.notPaidYet')}</p>}
    </main>
  )
}

function methodOf(method: string, t: Translate): string {
  const key = `order.methods.${method}`
  return isKey(key) ? t(key) : t('order.methods.other', { method })
}

/** The tax that the lines contain, by name and rate. */
function taxesOf(lines: OrderView['lines'], language: string): { name: string; amountMinor: number }[] {
  const byName = Map.groupBy(
    lines.filter(({ taxName }) => taxName !== null),
    ({ taxName, taxRate }) => `${taxName} ${formatPercent(taxRate, language)}`,
  )
  return [...byName].map(([name, own]) => ({
    name,
    amountMinor: own.reduce((sum, { taxMinor }) => sum + taxMinor, 0),
  }))
}
