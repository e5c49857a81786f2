import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FinancePage, financeHeaders } from './finance-page.tsx'
import { EventTitle, FinanceTable } from './list-parts.tsx'
import { notFound } from '#app/http/answers.ts'
import { requireFinance } from '#app/http/guards.server.ts'
import { financeEvent, moneyByMethod, moneyOfEvents } from '#app/payments/finance/finance-events.server.ts'
import { financeQuery } from '#app/payments/finance/finance-filter.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Kpis } from '#app/ui/kpis.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Price } from '#app/ui/money.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { formatDays } from '#app/values/dates.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { reach } = await requireFinance(request, context)
  const { services, language } = context
  const event = await financeEvent(services.db, { slug: params.event!, reach, language })
  if (!event) throw notFound()
  const sums = (await moneyOfEvents(services.db, [event.eventId])).get(event.eventId) ?? []
  const byMethod = await moneyByMethod(services.db, event.eventId)
  return { event, sums, byMethod, seesAll: reach === 'all' }
}

export const headers = financeHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({ title: t('finance.moneyOf', { event: args.data?.event.title ?? '' }) }))

export const handle = { shell: 'work', section: 'finance' }

export default function FinanceEvent() {
  const { t, language, path } = usePage()
  const { event, sums, byMethod, seesAll } = useLoaderData<typeof loader>()
  const { slug } = event
  const list = (name: string, filter: Parameters<typeof financeQuery>[0]) =>
    path(`/finance/${name}${financeQuery({ ...filter, event: slug })}`)
  return (
    <FinancePage
      title={<EventTitle title={event.title} titleLanguage={event.titleLanguage} />}
      lead={formatDays(event.startsOn, event.endsOn, language)}
      before={<Crumbs trail={[{ to: '/finance/events', label: t('finance.side.events') }, { label: event.title }]} />}
      seesAll={seesAll}
    >
      {event.status === 'cancelled' && (
        <p>
          <a className="btn" href={path(`/finance/events/${slug}/return`)}>
            {t('change.everything.title')}
          </a>
        </p>
      )}
      {sums.length === 0 && (
        <Empty title={t('finance.noMoney')} level="h2">
          <p>{t('finance.noMoneyWhy')}</p>
          <p>
            <a href={list('orders', {})}>{t('finance.side.orders')}</a>
          </p>
        </Empty>
      )}
      {sums.map((sum) => {
        const { currency } = sum
        const money = (amountMinor: number) => <Price isFull money={{ amountMinor, currency }} />
        const linked = (amountMinor: number, address: string) => <a href={address}>{money(amountMinor)}</a>
        return (
          <Leaf key={currency} id={`in-${currency}`} title={t('finance.inCurrency', { currency })} isWide>
            <Kpis
              items={[
                { label: t('finance.sum.expected'), value: linked(sum.expected, list('orders', { currency })) },
                { label: t('finance.sum.received'), value: linked(sum.received, list('payments', { currency })) },
                {
                  label: t('finance.sum.waived'),
                  value: linked(sum.waived, list('payments', { currency, method: 'waiver' })),
                },
                { label: t('finance.sum.refunded'), value: linked(sum.refunded, list('refunds', { currency })) },
                { label: t('finance.sum.due'), value: linked(sum.due, list('orders', { currency, state: 'owing' })) },
                ...(sum.overpaid > 0
                  ? [
                      {
                        label: t('finance.paidTooMuch'),
                        value: linked(sum.overpaid, list('orders', { currency, state: 'overpaid' })),
                      },
                    ]
                  : []),
              ]}
            />
          </Leaf>
        )
      })}
      {byMethod.length > 0 && (
        <Leaf id="by-way" title={t('finance.byWay')} isWide>
          <FinanceTable
            labelledBy="by-way"
            columns={[
              { label: t('finance.way') },
              { label: t('finance.fund') },
              { label: t('finance.side.payments'), is: 'num' },
              { label: t('finance.sum.received'), is: 'num' },
              { label: t('finance.sum.refunded'), is: 'num' },
            ]}
          >
            {byMethod.map(({ method, fund, currency, count, received, refunded }) => (
              <tr key={`${method} ${fund} ${currency}`}>
                <th scope="row">
                  <a href={list('payments', { method, fund, currency })}>{t(`finance.method.${method as 'card'}`)}</a>
                </th>
                <td>
                  <bdi>{fund || '–'}</bdi>
                </td>
                <td className="num">{count}</td>
                <td className="num">
                  <Price isFull money={{ amountMinor: received, currency }} />
                </td>
                <td className="num">
                  <Price isFull money={{ amountMinor: refunded, currency }} />
                </td>
              </tr>
            ))}
          </FinanceTable>
        </Leaf>
      )}
    </FinancePage>
  )
}
