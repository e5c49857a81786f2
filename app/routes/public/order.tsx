import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { OrderLead } from './order-lead.tsx'
import { OrderStranger } from './order-stranger.tsx'
import { OrderTickets } from './order-tickets.tsx'
import { OrderTimeline } from './order-timeline.tsx'
import { balanceOf } from '#app/payments/balance.server.ts'
import { isOrderKey } from '#app/registrations/order-key.ts'
import { keyedOrder, orderView } from '#app/registrations/order-queries.server.ts'
import { standingOf } from '#app/registrations/order-standing.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { parseCode } from '#app/values/code.ts'

export const handle = { shell: 'public' }

/** The address holds the key: no copy of the page is kept, and no other page hears of it. */
const PRIVATE = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex' }

export const headers: HeadersFunction = () => PRIVATE

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => {
    const title = args.data?.order
      ? t(`order.title.${args.data.order.standing}`, { code: args.data.order.code })
      : t('order.strangerTitle')
    return { title }
  })

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, config } = context.services
  const address = new URL(request.url).searchParams
  const key = address.get('key') ?? ''
  const known = await keyedOrder(db, parseCode(params['code'] ?? '') ?? '')
  // An unknown code takes the same steps as a wrong key.
  const isTheirs = isOrderKey(config.secret, known ?? { id: '', keyVersion: 0 }, key)
  if (!known || !isTheirs) return data({ order: null, key: '', payment: null }, { status: 404, headers: PRIVATE })
  const [view, balance] = await Promise.all([
    orderView(db, { orderId: known.id, language: context.language }),
    balanceOf(db, known.id),
  ])
  const money = { due: balance?.due ?? 0, paid: (balance?.paid ?? 0) - (balance?.refunded ?? 0) }
  const order = { ...view, ...money, standing: standingOf({ ...view, ...money }) }
  return data({ order, key, payment: address.get('payment') }, { headers: PRIVATE })
}

export default function Page() {
  const { order, key, payment } = useLoaderData<typeof loader>()
  const { t } = usePage()
  if (!order) return <OrderStranger />
  return (
    <main id="main" tabIndex={-1} data-series={seriesOf(order.mark)}>
      <OrderLead order={order} orderKey={key} payment={payment} />
      <Leaf id="where" title={t('order.where')}>
        <OrderTimeline order={order} />
      </Leaf>
      <OrderTickets order={order} />
      <Leaf id="change" title={t('order.changeHeading')}>
        <p>{t('order.changeLead', { code: order.code })}</p>
        {order.contactEmail && (
          <p>
            <a href={`mailto:${order.contactEmail}?subject=${encodeURIComponent(order.code)}`}>{t('order.writeTo')}</a>
          </p>
        )}
        <p className="hint">{t('order.keepLink')}</p>
      </Leaf>
    </main>
  )
}
