import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FinancePage, financeHeaders } from './finance-page.tsx'
import { EventTitle, FinanceTable } from './list-parts.tsx'
import { pagesOf } from './reading.ts'
import { requireFinance } from '#app/http/guards.server.ts'
import { countEventsWithOrders, eventsWithOrders, moneyOfEvents } from '#app/payments/finance/finance-events.server.ts'
import { pageNumber } from '#app/participants/paging.ts'
import { ROWS_PER_PAGE } from '#app/payments/finance/finance-queries.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Price } from '#app/ui/money.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Pages } from '#app/ui/pages.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDays } from '#app/values/dates.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { reach } = await requireFinance(request, context)
  const { db } = context.services
  const page = pageNumber(new URL(request.url).searchParams.get('page'))
  const asked = { reach, language: context.language, limit: ROWS_PER_PAGE, offset: (page - 1) * ROWS_PER_PAGE }
  const events = await eventsWithOrders(db, asked)
  const sums = await moneyOfEvents(
    db,
    events.map(({ eventId }) => eventId),
  )
  const count = await countEventsWithOrders(db, reach)
  return {
    events: events.map((event) => ({
      ...event,
      orders: Number(event.orders),
      sums: sums.get(event.eventId) ?? [],
    })),
    page,
    pageCount: pagesOf(count),
    seesAll: reach === 'all',
  }
}

export const headers = financeHeaders

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, (t) => ({ title: t('finance.side.events') }))

export const handle = { shell: 'work', section: 'finance' }

const SUMS = ['expected', 'received', 'waived', 'refunded', 'due'] as const

export default function FinanceEvents() {
  const { t, language, path } = usePage()
  const { events, page, pageCount, seesAll } = useLoaderData<typeof loader>()
  return (
    <FinancePage
      title={<span id="events">{t('finance.side.events')}</span>}
      lead={t('finance.lead.events')}
      seesAll={seesAll}
    >
      {events.length === 0 ? (
        <Empty title={t('finance.nothingFound')} level="h2">
          <p>{t('finance.emptyWhy.orders')}</p>
        </Empty>
      ) : (
        <FinanceTable
          labelledBy="events"
          columns={[
            { label: t('finance.event') },
            { label: t('finance.side.orders'), is: 'num' },
            ...SUMS.map((name) => ({ label: t(`finance.sum.${name}`), is: 'num' as const })),
          ]}
        >
          {events.map(({ eventId, slug, startsOn, endsOn, orders, sums, ...event }) => (
            <tr key={eventId}>
              <th scope="row">
                <a href={path(`/finance/events/${slug}`)}>
                  <EventTitle {...event} />
                </a>
                <br />
                <small>{formatDays(startsOn, endsOn, language)}</small>
              </th>
              <td className="num">{orders}</td>
              {SUMS.map((name) => (
                <td key={name} className="num">
                  {sums.length === 0 && name === 'expected' && t('finance.free')}
                  {sums.map((sum) => (
                    <div key={sum.currency}>
                      <Price isFull money={{ amountMinor: sum[name], currency: sum.currency }} />
                    </div>
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </FinanceTable>
      )}
      <Pages {...{ page, pageCount }} addressOf={(number) => path(`/finance/events?page=${number}`)} />
    </FinancePage>
  )
}
