import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FinanceFilters } from './finance-filters.tsx'
import { FinancePage, financeHeaders } from './finance-page.tsx'
import { EventTitle, FinanceList, FinanceTable, OrderLink } from './list-parts.tsx'
import { METHODS, readList } from './reading.ts'
import { countLedger, ledger } from '#app/payments/finance/ledger.server.ts'
import { Moment } from '#app/ui/moment.tsx'
import { Price } from '#app/ui/money.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'

const KINDS = ['line', 'payment', 'reversal', 'refund', 'chargeback'] as const

export async function loader(given: LoaderFunctionArgs) {
  const { db } = given.context.services
  const { filter, events, wanted, seesAll } = await readList(given)
  const [{ rows, steps }, count] = [await ledger(db, wanted), await countLedger(db, wanted)]
  return { rows, count, steps, filter, events, seesAll, methods: METHODS }
}

export const headers = financeHeaders

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, (t) => ({ title: t('finance.side.ledger') }))

export const handle = { shell: 'work', section: 'finance' }

export default function Ledger() {
  const { t } = usePage()
  const { rows, count, steps, filter, events, seesAll, methods } = useLoaderData<typeof loader>()
  const choices = { events, methods, states: KINDS.map((value) => ({ value, label: t(`finance.entry.${value}`) })) }
  return (
    <FinancePage
      title={<span id="ledger">{t('finance.side.ledger')}</span>}
      lead={t('finance.lead.ledger')}
      seesAll={seesAll}
    >
      <FinanceFilters to="/finance/ledger" filter={filter} choices={choices} />
      <FinanceList to="/finance/ledger" {...{ filter, count, steps }} emptyWhy={t('finance.emptyWhy.ledger')}>
        <FinanceTable
          labelledBy="ledger"
          columns={[
            { label: t('finance.booked') },
            { label: t('finance.order') },
            { label: t('finance.event'), is: 'more' },
            { label: t('finance.what_') },
            { label: t('finance.change'), is: 'num' },
            { label: t('finance.dueAfter'), is: 'num' },
          ]}
        >
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <Moment at={row.at} zone={row.zone} />
              </td>
              <th scope="row" className="nowrap">
                <OrderLink code={row.code} />
              </th>
              <td className="more">
                <EventTitle title={row.title} titleLanguage={row.titleLanguage} />
              </td>
              <td>
                {t(`finance.entry.${row.kind}`)}
                {row.method !== '' && `, ${t(`finance.method.${row.method as 'card'}`)}`}
                {row.kind === 'line' && (
                  <>
                    <br />
                    <small>
                      <bdi>{row.note}</bdi>
                    </small>
                  </>
                )}
              </td>
              <td className="num">
                <Price isFull money={{ amountMinor: row.signedMinor, currency: row.currency }} />
              </td>
              <td className="num">
                <Price isFull money={{ amountMinor: row.dueMinor, currency: row.currency }} />
              </td>
            </tr>
          ))}
        </FinanceTable>
      </FinanceList>
    </FinancePage>
  )
}
