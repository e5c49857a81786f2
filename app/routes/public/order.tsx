import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loadOrder } from './load-order.server.ts'
import { OrderChange } from './order-change.tsx'
import { OrderLead } from './order-lead.tsx'
import { OrderLinks } from './order-links.tsx'
import { OrderPapers } from './order-papers.tsx'
import { OrderStranger } from './order-stranger.tsx'
import { OrderTickets } from './order-tickets.tsx'
import { OrderTimeline } from './order-timeline.tsx'
import { PayInstructions } from './pay-instructions.tsx'
import { PayLinks } from './pay-links.tsx'
import { seatSteps } from './seat-steps.ts'
import { KEYED_PAGE } from '#app/http/private-page.ts'
import { printable } from '#app/payments/papers/queries.server.ts'
import { isOrderKey, managerKey, payerKey } from '#app/registrations/order-key.ts'
import { keyedOrder } from '#app/registrations/order-queries.server.ts'
import { refundEnds, rulesOfOrder } from '#app/registrations/rules-of-order.server.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { parseCode } from '#app/values/code.ts'

export const handle = { shell: 'public' }

export const headers: HeadersFunction = () => KEYED_PAGE

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => {
    const order = args.data?.order
    return { title: order ? t(`order.title.${order.standing}`, { code: order.code }) : t('order.strangerTitle') }
  })

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, config } = context.services
  const address = new URL(request.url).searchParams
  const key = address.get('key') ?? ''
  const known = await keyedOrder(db, parseCode(params['code'] ?? '') ?? '')
  // An unknown code takes the same steps as a wrong key.
  const isTheirs = isOrderKey(config.secret, known ?? { id: '', keyVersion: 0 }, key)
  if (!known || !isTheirs)
    return data(
      { order: null, papers: null, rules: null, ends: null, keys: null, payment: null },
      { status: 404, headers: KEYED_PAGE },
    )
  const [order, rules, ends, papers] = await Promise.all([
    loadOrder(context, known.id),
    rulesOfOrder(db, known.id),
    refundEnds(db, { orderId: known.id, now: context.now }),
    printable(db, known.id),
  ])
  const keys = { order: key, manager: managerKey(config.secret, known), payer: payerKey(config.secret, known) }
  return data({ order, papers, rules, ends, keys, payment: address.get('payment') }, { headers: KEYED_PAGE })
}

export default function Page() {
  const { order, papers, rules, ends, keys, payment } = useLoaderData<typeof loader>()
  const { t, now } = usePage()
  if (!order) return <OrderStranger />
  const steps = seatSteps(order, { rules, keys, now })
  return (
    <main id="main" tabIndex={-1} data-series={seriesOf(order.mark)}>
      <OrderLead order={order} orderKey={keys.order} payment={payment} />
      {order.instructions && (
        <Leaf id="pay" title={t('order.pay.heading')}>
          <PayInstructions instructions={order.instructions}>
            <PayLinks order={order} orderKey={keys.order} instructions={order.instructions} />
          </PayInstructions>
        </Leaf>
      )}
      <Leaf id="where" title={t('order.where')}>
        <OrderTimeline order={order} ends={ends} />
      </Leaf>
      <OrderTickets order={order} steps={steps} />
      <OrderPapers order={order} papers={papers} orderKey={keys.order} />
      <OrderLinks order={order} keys={keys} />
      <OrderChange order={order} hasSteps={steps.size > 0} />
    </main>
  )
}
