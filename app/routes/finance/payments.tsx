import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FinanceFilters } from './finance-filters.tsx'
import { FinancePage, financeHeaders } from './finance-page.tsx'
import { EventTitle, FinanceList, FinanceTable, OrderLink } from './list-parts.tsx'
import { METHODS, readList } from './reading.ts'
import { PaymentReference } from './payment-reference.tsx'
import { countFinancePayments, financePayments } from '#app/payments/finance/finance-payments.server.ts'
import { Moment } from '#app/ui/moment.tsx'
import { Price } from '#app/ui/money.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'

export async function loader(given: LoaderFunctionArgs) {
  const { db } = given.context.services
  const { filter, events, wanted, seesAll } = await readList(given)
  const [{ rows, steps }, count] = [await financePayments(db, wanted), await countFinancePayments(db, wanted)]
  return { rows, count, steps, filter, events, seesAll, methods: METHODS }
}

export const headers = financeHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({ title: t('finance.side.payments') }))

export const handle = { shell: 'work', section: 'finance' }

export default function FinancePayments() {
  const { t } = usePage()
  const { rows, count, steps, filter, events, seesAll, methods } = useLoaderData<typeof loader>()
  return (
    <FinancePage
      title={<span id="payments">{t('finance.side.payments')}</span>}
      lead={t('finance.lead.payments')}
      seesAll={seesAll}
    >
      <FinanceFilters to="/finance/payments" filter={filter} choices={{ events, methods }} />
      <FinanceList to="/finance/payments" {...{ filter, count, steps }} emptyWhy={t('finance.paymentsEmptyWhy')}>
        <FinanceTable
          labelledBy="payments"
          columns={[
            { label: t('finance.received') },
            { label: t('finance.order') },
            { label: t('finance.event') },
            { label: t('finance.way') },
            { label: t('finance.reference'), is: 'more' },
            { label: t('finance.amount'), is: 'num' },
          ]}
        >
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <Moment at={row.receivedAt} zone={row.zone} />
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
              <td>
                {t(`finance.method.${row.method as 'card'}`)}
                {row.fund !== '' && (
                  <>
                    {' · '}
                    <bdi>{row.fund}</bdi>
                  </>
                )}
                {(row.reversesId !== null || row.reversedBy !== null) && (
                  <>
                    <br />
                    <Tag is="off">{t(row.reversesId === null ? 'finance.reversed' : 'finance.reversal')}</Tag>
                  </>
                )}
              </td>
              <td className="more">
                <PaymentReference payment={row} />
              </td>
              <td className="num">
                <Price isFull money={{ amountMinor: row.amountMinor, currency: row.currency }} />
                {row.refunded > 0 && (
                  <>
                    <br />
                    <small>
                      {t('finance.wentBack')}{' '}
                      <Price isFull money={{ amountMinor: row.refunded, currency: row.currency }} />
                    </small>
                  </>
                )}
              </td>
            </tr>
          ))}
        </FinanceTable>
      </FinanceList>
    </FinancePage>
  )
}
