import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { orderOfPayer } from './payer.server.ts'
import { LineLabel } from './line-label.tsx'
import { PayInstructions } from './pay-instructions.tsx'
import { PayLinks } from './pay-links.tsx'
import { PayerLead } from './payer-lead.tsx'
import { SeatStranger } from './seat-stranger.tsx'
import { KEYED_PAGE } from '#app/http/private-page.ts'
import { balanceOf } from '#app/payments/balance.server.ts'
import { instructionsFor } from '#app/payments/methods/instructions-for.server.ts'
import { standingOf } from '#app/registrations/order-standing.ts'
import { payerView } from '#app/registrations/payer-view.server.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { Price } from '#app/ui/money.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'

export const handle = { shell: 'public' }

export const headers: HeadersFunction = () => KEYED_PAGE

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => {
    const order = args.data?.order
    return { title: order ? t('seat.payerTitle', { code: order.code }) : t('seat.strangerTitle') }
  })

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await orderOfPayer(request, params['code'], context)
  if (!found) return data({ order: null, key: '', payment: null }, { status: 404, headers: KEYED_PAGE })
  const { services, language, now } = context
  const orderId = found.order.id
  const [view, balance, instructions] = await Promise.all([
    payerView(services.db, { orderId, language }),
    balanceOf(services.db, orderId),
    instructionsFor(services.db, { orderId, now }),
  ])
  const { due = 0, paid = 0, refunded = 0 } = balance ?? {}
  const money = { due, paid: paid - refunded, refunded }
  const standing = standingOf({ ...view, ...money, registrations: view.seats })
  const payment = new URL(request.url).searchParams.get('payment')
  return data(
    { order: { ...view, ...money, standing, instructions }, key: found.key, payment },
    { headers: KEYED_PAGE },
  )
}

export default function Page() {
  const { order, key, payment } = useLoaderData<typeof loader>()
  const { t } = usePage()
  if (!order) return <SeatStranger />
  const { currency, instructions } = order
  return (
    <main id="main" tabIndex={-1} data-series={seriesOf(order.mark)}>
      <PayerLead order={order} payerKey={key} payment={payment} />
      {instructions && (
        <Leaf id="pay" title={t('order.pay.heading')}>
          <PayInstructions instructions={instructions}>
            <PayLinks order={order} orderKey={key} instructions={instructions} />
          </PayInstructions>
        </Leaf>
      )}
      <Leaf id="ordered" title={t('seat.payerOrder')}>
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
                </td>
                <td className="num">{line.amountMinor === 0 ? t('order.free') : <Price money={line} />}</td>
              </tr>
            ))}
          </tbody>
          {currency && (
            <tfoot>
              <tr>
                <th scope="row">{t('seat.payerSum')}</th>
                <td className="num">
                  <b>
                    <Price money={{ amountMinor: Math.max(0, order.due), currency }} />
                  </b>
                </td>
              </tr>
            </tfoot>
          )}
        </table>
        {order.contactEmail && (
          <p>
            <a href={`mailto:${order.contactEmail}?subject=${encodeURIComponent(order.code)}`}>{t('order.writeTo')}</a>
          </p>
        )}
      </Leaf>
    </main>
  )
}
