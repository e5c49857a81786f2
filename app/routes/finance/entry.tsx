import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FinancePage, financeHeaders } from './finance-page.tsx'
import { EventTitle, OrderLink } from './list-parts.tsx'
import { KindTag } from './waiting-row.tsx'
import { notFound } from '#app/http/answers.ts'
import { requireFinance } from '#app/http/guards.server.ts'
import { findEntry } from '#app/payments/finance/finance-waiting.server.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Price } from '#app/ui/money.tsx'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { reach } = await requireFinance(request, context)
  const entry = await findEntry(context.services.db, params.entry!, { reach, language: context.language })
  if (!entry) throw notFound()
  return { entry, seesAll: reach === 'all' }
}

export const headers = financeHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({ title: t(`finance.kind.${args.data?.entry.kind ?? 'unmatched'}`) }))

export const handle = { shell: 'work', section: 'finance' }

/** Money of an order can be given back from its page; of what is the provider's alone only the dashboard tells. */
const ASKS_FOR_REFUND = ['late-money', 'amount-differs', 'overpaid', 'event-cancelled', 'part-paid']

export default function Entry() {
  const { t, path } = usePage()
  const { entry, seesAll } = useLoaderData<typeof loader>()
  const { kind, code, amountMinor, currency, expectedMinor, expectedCurrency, note, since, zone } = entry
  return (
    <FinancePage
      title={t(`finance.title_.${kind}`)}
      lead={t(`finance.what.${kind}`)}
      seesAll={seesAll}
      before={<Crumbs trail={[{ to: '/finance', label: t('finance.title') }, { label: t(`finance.kind.${kind}`) }]} />}
    >
      {entry.resolvedAt !== null && (
        <Note is="ok">
          <p>
            {t('finance.resolvedOn')} <Moment at={entry.resolvedAt} zone={zone} />
          </p>
        </Note>
      )}
      <dl>
        <dt>{t('finance.filter.state')}</dt>
        <dd>
          <KindTag kind={kind} />
        </dd>
        {code && (
          <>
            <dt>{t('finance.order')}</dt>
            <dd>
              <OrderLink code={code} />
            </dd>
          </>
        )}
        {entry.title && (
          <>
            <dt>{t('finance.event')}</dt>
            <dd>
              <EventTitle title={entry.title} titleLanguage={entry.titleLanguage} />
            </dd>
          </>
        )}
        {amountMinor !== null && currency !== null && (
          <>
            <dt>{t('finance.amount')}</dt>
            <dd>
              <Price isFull money={{ amountMinor, currency }} />
            </dd>
          </>
        )}
        {expectedMinor !== null && expectedCurrency !== null && (
          <>
            <dt>{t('finance.expectedAmount')}</dt>
            <dd>
              <Price isFull money={{ amountMinor: expectedMinor, currency: expectedCurrency }} />
            </dd>
          </>
        )}
        <dt>{t('finance.since')}</dt>
        <dd>
          <Moment at={since} zone={zone} />
        </dd>
        {note !== '' && (
          <>
            <dt>{t('finance.note')}</dt>
            <dd>
              <bdi>{note}</bdi>
            </dd>
          </>
        )}
      </dl>
      <h2>{t('finance.whatToDo')}</h2>
      <p>{t(`finance.remedy.${kind}`)}</p>
      <p className="row">
        {code && ASKS_FOR_REFUND.includes(kind) && (
          <a className="btn" href={path(`/finance/orders/${code}/refund`)}>
            {t('finance.refund.do')}
          </a>
        )}
        {code && kind === 'part-paid' && (
          <a className="btn" href={path(`/finance/orders/${code}/charges`)}>
            {t('finance.charges.do')}
          </a>
        )}
        {code && (
          <a className="btn" href={path(`/finance/orders/${code}`)}>
            {t('finance.openOrder')}
          </a>
        )}
        {(kind === 'unmatched' || kind === 'foreign-charge') && (
          <a className="btn" href={path('/finance/reconciliation')}>
            {t('finance.side.reconciliation')}
          </a>
        )}
        {entry.resolvedAt === null && (
          <a className="btn" href={path(`/finance/entries/${entry.id}/resolve`)}>
            {t('finance.resolve')}
          </a>
        )}
      </p>
    </FinancePage>
  )
}
