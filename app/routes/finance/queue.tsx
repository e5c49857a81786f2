import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { PaymentsTable } from './payments-table.tsx'
import { type Entry, QueueEntry } from './queue-entry.tsx'
import { badRequest, notFound, seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireFinance } from '#app/http/guards.server.ts'
import { latestPayments, openEntries, ROWS_PER_PAGE } from '#app/payments/finance-queries.server.ts'
import { resolveFinanceEntry } from '#app/payments/resolve-finance-entry.server.ts'
import { orderKey } from '#app/registrations/order-key.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Pages } from '#app/ui/pages.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { WorkSide } from '#app/ui/work-side.tsx'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { reach } = await requireFinance(request, context)
  const { db, config } = context.services
  const query = new URL(request.url).searchParams
  const asked = { reach, language: context.language }
  const [queuePage, page] = [pageOf(query.get('queue')), pageOf(query.get('page'))]
  const entries = await openEntries(db, { ...asked, page: queuePage })
  const payments = await latestPayments(db, { ...asked, page })
  // Finance opens an order as its owner does; the key itself is in no table.
  const withAddress = <Row extends { orderId: string; code: string; keyVersion: number }>(row: Row) => {
    const { orderId: id, keyVersion, ...rest } = row
    return { ...rest, address: `/orders/${row.code}?key=${orderKey(config.secret, { id, keyVersion })}` }
  }
  return {
    entries: entries.rows.map(withAddress),
    payments: payments.rows.map(withAddress),
    count: entries.count,
    queue: { page: queuePage, pageCount: Math.ceil(entries.count / ROWS_PER_PAGE) },
    isDone: query.get('done') === 'settled',
    received: { page, pageCount: Math.ceil(payments.count / ROWS_PER_PAGE) },
  }
}

/** Marks an entry as seen to. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { signedIn, reach } = await requireFinance(request, context)
  const entryId = (await readForm(request)).get('entry')
  if (typeof entryId !== 'string') throw badRequest()
  const { services, now } = context
  const resolved = await resolveFinanceEntry(services.db, { entryId, accountId: signedIn.accountId, reach, now })
  if (resolved.ok) return seeOther(context, '/finance?done=settled')
  if (resolved.refusals[0]!.code === 'entry-unknown') throw notFound()
  throw data(null, { status: 503, headers: { 'Retry-After': '5' } })
}

function pageOf(typed: string | null): number {
  return /^[1-9]\d{0,5}$/.test(typed ?? '') ? Number(typed) : 1
}

export const headers = () => ({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin' })

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, (t) => ({ title: t('finance.title') }))

export const handle = { shell: 'work', section: 'finance' }

export default function FinanceQueue() {
  const { t, path } = usePage()
  const { entries, payments, count, queue, received, isDone } = useLoaderData<typeof loader>()
  const [query] = useSearchParams()
  const addressOf = (name: string) => (page: number) => {
    const next = new URLSearchParams(query)
    next.delete('done')
    next.set(name, String(page))
    return path(`/finance?${next}`)
  }
  return (
    <div className="main desk">
      <WorkSide
        title={t('finance.title')}
        label={t('finance.title')}
        mark="plain"
        links={[
          { to: '/finance', label: t('finance.queue'), count },
          { to: '/finance#payments', label: t('finance.payments') },
        ]}
      />
      <main id="main" tabIndex={-1} className="flow">
        <div className="row">
          <div>
            <h1>{t('finance.title')}</h1>
            <p className="mute">{count === 0 ? t('finance.nothingWaits') : t('finance.waiting', { count })}</p>
          </div>
        </div>
        {isDone && (
          <Note is="ok">
            <p>{t('finance.done')}</p>
          </Note>
        )}
        <Leaf id="queue" title={t('finance.queue')} isWide>
          {entries.length === 0 ? (
            <Empty title={t('finance.queueEmpty')}>
              <p>{t('finance.queueEmptyWhy')}</p>
            </Empty>
          ) : (
            <ul role="list" className="wide">
              {entries.map((entry: Entry) => (
                <QueueEntry key={entry.id} entry={entry} />
              ))}
            </ul>
          )}
          <Pages {...queue} addressOf={addressOf('queue')} />
        </Leaf>
        <Leaf id="payments" title={t('finance.payments')} isWide>
          {payments.length === 0 ? (
            <Empty title={t('finance.paymentsEmpty')}>
              <p>{t('finance.paymentsEmptyWhy')}</p>
            </Empty>
          ) : (
            <PaymentsTable payments={payments} labelledBy="payments" />
          )}
          <Pages {...received} addressOf={addressOf('page')} />
        </Leaf>
      </main>
    </div>
  )
}
