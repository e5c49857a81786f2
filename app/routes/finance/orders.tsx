import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FinanceFilters } from './finance-filters.tsx'
import { FinancePage, financeHeaders } from './finance-page.tsx'
import { EventTitle, FinanceList, FinanceTable, OrderLink } from './list-parts.tsx'
import { METHODS, readList } from './reading.ts'
import { countFinanceOrders, financeOrders, ORDER_STATES } from '#app/payments/finance/finance-orders.server.ts'
import { Moment } from '#app/ui/moment.tsx'
import { Price } from '#app/ui/money.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Tag, type TagKind } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'

export async function loader(given: LoaderFunctionArgs) {
  const { db } = given.context.services
  const { filter, events, wanted, seesAll } = await readList(given)
  const [{ rows, steps }, count] = [await financeOrders(db, wanted), await countFinanceOrders(db, wanted)]
  return {
    rows: rows.map(({ keyVersion: _keyVersion, ...row }) => row),
    steps,
    count,
    filter,
    events,
    seesAll,
    states: ORDER_STATES,
    methods: METHODS,
  }
}

export const headers = financeHeaders

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, (t) => ({ title: t('finance.side.orders') }))

export const handle = { shell: 'work', section: 'finance' }

const TAGS: Record<(typeof ORDER_STATES)[number], TagKind> = { owing: 'wait', paid: 'ok', overpaid: 'bad', over: 'off' }

export default function FinanceOrders() {
  const { t } = usePage()
  const { rows, count, steps, filter, events, seesAll, states, methods } = useLoaderData<typeof loader>()
  const choices = {
    events,
    methods,
    states: states.map((value) => ({ value, label: t(`finance.orderState.${value}`) })),
  }
  return (
    <FinancePage
      title={<span id="orders">{t('finance.side.orders')}</span>}
      lead={t('finance.lead.orders')}
      seesAll={seesAll}
    >
      <FinanceFilters to="/finance/orders" filter={filter} choices={choices} />
      <FinanceList to="/finance/orders" {...{ filter, count, steps }} emptyWhy={t('finance.emptyWhy.orders')}>
        <FinanceTable
          labelledBy="orders"
          columns={[
            { label: t('finance.order') },
            { label: t('finance.who') },
            { label: t('finance.event'), is: 'more' },
            { label: t('finance.placed'), is: 'more' },
            { label: t('finance.asked'), is: 'num' },
            { label: t('finance.paid'), is: 'num' },
            { label: t('finance.due'), is: 'num' },
            { label: t('finance.filter.state') },
          ]}
        >
          {rows.map(({ id, code, fullName, placedAt, zone, currency, lines, paid, refunded, due, state, ...event }) => {
            const money = (amountMinor: number) =>
              currency === null ? null : <Price isFull money={{ amountMinor, currency }} />
            return (
              <tr key={id}>
                <th scope="row" className="nowrap">
                  <OrderLink code={code} />
                </th>
                <td>
                  <bdi>{fullName}</bdi>
                </td>
                <td className="more">
                  <EventTitle {...event} />
                </td>
                <td className="more">
                  <Moment at={placedAt} zone={zone} />
                </td>
                <td className="num">{money(lines) ?? t('finance.free')}</td>
                <td className="num">{money(paid - refunded)}</td>
                <td className="num">{money(due)}</td>
                <td>
                  <Tag is={TAGS[state]}>{t(`finance.orderState.${state}`)}</Tag>
                </td>
              </tr>
            )
          })}
        </FinanceTable>
      </FinanceList>
    </FinancePage>
  )
}
