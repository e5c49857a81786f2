import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DeskSide } from './desk-side.tsx'
import { requireDesk } from '#app/http/guards.server.ts'
import { DESK_MOST, findOrders } from '#app/payments/desk/find-orders.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Price } from '#app/ui/money.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Tag } from '#app/ui/tag.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** Where somebody at a desk finds the order of who stands in front of them. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { reach, isFinance } = await requireDesk(request, context)
  const asked = (new URL(request.url).searchParams.get('q') ?? '').slice(0, 200)
  const found = asked.trim() === '' ? null : await findOrders(context.services.db, { asked, reach })
  return { asked, isFinance, found, isMore: found?.length === DESK_MOST }
}

export const headers = () => ({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin' })

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, (t) => ({ title: t('pay.desk.title') }))

export const handle = { shell: 'work', section: 'finance' }

export default function Desk() {
  const { t, path } = usePage()
  const { asked, isFinance, found, isMore } = useLoaderData<typeof loader>()
  return (
    <div className="main desk">
      <DeskSide isFinance={isFinance} />
      <main id="main" tabIndex={-1} className="flow">
        <h1>{t('pay.desk.title')}</h1>
        <p className="mute">{t('pay.desk.lead')}</p>
        <form role="search" className="row seek" action={path('/finance/desk')}>
          <label className="vh" htmlFor="q">
            {t('pay.desk.search')}
          </label>
          <input
            type="search"
            id="q"
            name="q"
            dir="auto"
            maxLength={200}
            defaultValue={asked}
            placeholder={t('pay.desk.search')}
          />
          <button className="go">{t('pay.desk.find')}</button>
        </form>
        {found?.length === 0 && (
          <Empty title={t('pay.desk.none')} level="h2">
            <p>{t('pay.desk.noneWhy')}</p>
          </Empty>
        )}
        {found && found.length > 0 && (
          <>
            <h2>{t('pay.desk.found', { count: found.length })}</h2>
            <ScrollTable label={t('pay.desk.title')}>
              <thead>
                <tr>
                  <th scope="col">{t('pay.claims.order')}</th>
                  <th scope="col">{t('pay.desk.of')}</th>
                  <th scope="col" className="num">
                    {t('pay.desk.due')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {found.map((order) => (
                  <tr key={order.id}>
                    <th scope="row" className="nowrap">
                      <a href={path(`/finance/desk/${order.code}`)}>
                        <bdi>{order.code}</bdi>
                      </a>
                    </th>
                    <td>
                      <bdi>{order.fullName}</bdi>
                    </td>
                    <td className="num">
                      {order.due > 0 && order.currency ? (
                        <Price isFull money={{ amountMinor: order.due, currency: order.currency }} />
                      ) : (
                        <Tag is="ok">{t('pay.desk.nothingDue')}</Tag>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </ScrollTable>
            {isMore && <p className="hint">{t('pay.desk.most')}</p>}
          </>
        )}
      </main>
    </div>
  )
}
