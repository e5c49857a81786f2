import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FinanceFilters } from './finance-filters.tsx'
import { FinancePage, financeHeaders } from './finance-page.tsx'
import { EventTitle, FinanceList, FinanceTable, OrderLink } from './list-parts.tsx'
import { METHODS, readList } from './reading.ts'
import { causeKey, REFUND_TAGS, refundStateKey } from './refund-words.ts'
import {
  countFinanceRefunds,
  financeRefunds,
  REFUND_LIST_STATES,
} from '#app/payments/finance/finance-refunds.server.ts'
import { Moment } from '#app/ui/moment.tsx'
import { Price } from '#app/ui/money.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'

export async function loader(given: LoaderFunctionArgs) {
  const { db } = given.context.services
  const { filter, events, wanted, seesAll } = await readList(given)
  const [{ rows, steps }, count] = [await financeRefunds(db, wanted), await countFinanceRefunds(db, wanted)]
  return {
    rows,
    steps,
    count,
    filter,
    events,
    seesAll,
    methods: METHODS,
    states: REFUND_LIST_STATES,
  }
}

export const headers = financeHeaders

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, (t) => ({ title: t('finance.side.refunds') }))

export const handle = { shell: 'work', section: 'finance' }

export default function FinanceRefunds() {
  const { t, path } = usePage()
  const { rows, count, steps, filter, events, seesAll, methods, states } = useLoaderData<typeof loader>()
  const choices = { events, methods, states: states.map((value) => ({ value, label: t(refundStateKey(value)) })) }
  return (
    <FinancePage
      title={<span id="refunds">{t('finance.side.refunds')}</span>}
      lead={t('finance.lead.refunds')}
      seesAll={seesAll}
    >
      <FinanceFilters to="/finance/refunds" filter={filter} choices={choices} />
      <FinanceList to="/finance/refunds" {...{ filter, count, steps }} emptyWhy={t('finance.emptyWhy.refunds')}>
        <FinanceTable
          labelledBy="refunds"
          columns={[
            { label: t('finance.since') },
            { label: t('finance.order') },
            { label: t('finance.event') },
            { label: t('finance.why') },
            { label: t('finance.filter.state') },
            { label: t('finance.amount'), is: 'num' },
          ]}
        >
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <Moment at={row.at} zone={row.zone} />
              </td>
              <th scope="row">
                <OrderLink code={row.code} />
                <br />
                <small>
                  <bdi>{row.fullName}</bdi>
                </small>
              </th>
              <td>
                <EventTitle title={row.title} titleLanguage={row.titleLanguage} />
              </td>
              <td>{t(causeKey(row.reason))}</td>
              <td>
                <Tag is={REFUND_TAGS[row.state]}>{t(refundStateKey(row.state))}</Tag>
                {row.state !== 'booked' && (
                  <>
                    <br />
                    <a href={path(`/finance/refunds/${row.id}`)}>
                      {t('finance.open')}
                      <span className="vh"> {row.code}</span>
                    </a>
                  </>
                )}
              </td>
              <td className="num">
                <Price isFull money={{ amountMinor: row.amountMinor, currency: row.currency }} />
              </td>
            </tr>
          ))}
        </FinanceTable>
      </FinanceList>
    </FinancePage>
  )
}
