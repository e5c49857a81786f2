import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { WaysBack } from '#app/ui/seat/change-figures.tsx'
import { askedOrder } from './changing.server.ts'
import { KEYED_PAGE } from '#app/http/private-page.ts'
import { lateMoney } from '#app/payments/refunds/late-money.server.ts'
import { orderView } from '#app/registrations/order-view.server.ts'
import { sentenceOf } from '#app/locales/message.ts'
import { Empty } from '#app/ui/empty.tsx'
import { foreign } from '#app/ui/foreign.ts'
import { isolate, isolateIn } from '#app/ui/isolate.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoney } from '#app/values/money.ts'
import { waitsFirst } from '#app/waiting-list/waits-first.server.ts'

export const handle = { shell: 'public' }

export const headers: HeadersFunction = () => KEYED_PAGE

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, (t) => ({ title: t('change.late.title') }))

/** Whose money came too late chooses: the first place in the queue, or the money back. */
export async function loader(args: LoaderFunctionArgs) {
  const { order, key } = await askedOrder(args)
  const { services, language } = args.context
  const [view, late, isWaiting] = await Promise.all([
    orderView(services.db, { orderId: order.id, language }),
    lateMoney(services.db, services.gateways, { orderId: order.id }),
    waitsFirst(services.db, order.id),
  ])
  const { code, title, textLanguage, mark, status } = view
  const why = new URL(args.request.url).searchParams.get('why')
  return data(
    {
      order: { code, title, textLanguage, mark, isCancelled: status === 'cancelled' },
      key,
      late: late && { currency: late.currency, plan: late.plan },
      isWaiting,
      why: why && WHY.has(why) ? why : null,
    },
    { headers: KEYED_PAGE },
  )
}

/** What the two buttons may come back with. */
const WHY = new Set(['not-late', 'event-closed', 'amount-changed', 'refund-too-much', 'busy'])

export default function Page() {
  const { order, key, late, isWaiting, why } = useLoaderData<typeof loader>()
  const { t, path, language } = usePage()
  const amount = late
    ? isolateIn(language, formatMoney({ amountMinor: late.plan.returned, currency: late.currency }, language))
    : ''
  const address = `/orders/${order.code}/late`
  return (
    <main id="main" tabIndex={-1} data-series={seriesOf(order.mark)}>
      <div className="flow intro narrow">
        <p className="kind">
          <bdi {...foreign(order.textLanguage, language)}>{order.title}</bdi>
        </p>
        <h1>{late ? t('change.late.heading') : t('change.late.title')}</h1>
        {why && (
          <Note is="warn">
            <p>{sentenceOf(`refusal.${why}?amount=${encodeURIComponent(amount)}`, t)}</p>
          </Note>
        )}
        {late ? (
          <p className="lead">{t('change.late.lead', { amount, event: isolate(order.title) })}</p>
        ) : (
          <Empty level="h2" title={t('change.late.overTitle')}>
            <p>{t('change.late.overLead')}</p>
          </Empty>
        )}
      </div>
      {late && !order.isCancelled && (
        <Leaf id="queue" title={t('change.late.queueHeading')}>
          {isWaiting ? (
            <p>{t('change.late.waiting')}</p>
          ) : (
            <form method="post" action={path(`${address}/queue?key=${key}`)}>
              <p>{t('change.late.queueLead')}</p>
              <p className="row after">
                <button className="go">{t('change.late.queueButton')}</button>
              </p>
            </form>
          )}
        </Leaf>
      )}
      {late && (
        <Leaf id="return" title={t('change.late.returnHeading')}>
          <form method="post" action={path(`${address}/return?key=${key}`)}>
            <WaysBack parts={late.plan.parts} afterFinance={false} />
            <input type="hidden" name="shown" value={late.plan.returned} />
            <p className="row after">
              <button>{t('change.late.returnButton', { amount })}</button>
            </p>
          </form>
        </Leaf>
      )}
      <p>
        <a href={path(`/orders/${order.code}?key=${key}`)}>{t('change.back')}</a>
      </p>
    </main>
  )
}
