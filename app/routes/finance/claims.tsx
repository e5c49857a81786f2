import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { FinanceSide } from './finance-side.tsx'
import { OwedTable } from './owed-table.tsx'
import { requireFinance } from '#app/http/guards.server.ts'
import { overdueOrders, waitingClaims } from '#app/payments/claims/queries.server.ts'
import { ROWS_PER_PAGE } from '#app/payments/finance/finance-queries.server.ts'
import { orderKey } from '#app/registrations/order-key.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Pages } from '#app/ui/pages.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** What payers told us and nobody has decided, and confirmed seats whose money is late. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { reach } = await requireFinance(request, context)
  const { services, language, now } = context
  const query = new URL(request.url).searchParams
  const [page, latePage] = [pageOf(query.get('page')), pageOf(query.get('late'))]
  const claims = await waitingClaims(services.db, { reach, language, page })
  const overdue = await overdueOrders(services.db, { reach, language, page: latePage, now })
  return {
    claims: claims.rows.map((row) => ({ ...row, address: `/finance/claims/${row.id}` })),
    overdue: overdue.rows.map(({ keyVersion, ...row }) => {
      const key = orderKey(services.config.secret, { id: row.orderId, keyVersion })
      return { ...row, at: row.at!, address: `/orders/${row.code}?key=${key}` }
    }),
    pages: { page, pageCount: Math.ceil(claims.count / ROWS_PER_PAGE) },
    latePages: { page: latePage, pageCount: Math.ceil(overdue.count / ROWS_PER_PAGE) },
    isDone: query.has('done'),
  }
}

function pageOf(typed: string | null): number {
  return /^[1-9]\d{0,5}$/.test(typed ?? '') ? Number(typed) : 1
}

export const headers = () => ({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin' })

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, (t) => ({ title: t('pay.claims.title') }))

export const handle = { shell: 'work', section: 'finance' }

export default function Claims() {
  const { t, path } = usePage()
  const { claims, overdue, pages, latePages, isDone } = useLoaderData<typeof loader>()
  const [query] = useSearchParams()
  const addressOf = (name: string) => (page: number) => {
    const next = new URLSearchParams(query)
    next.delete('done')
    next.set(name, String(page))
    return path(`/finance/claims?${next}`)
  }
  return (
    <div className="main desk">
      <FinanceSide />
      <main id="main" tabIndex={-1} className="flow">
        <div className="row">
          <div>
            <h1>{t('pay.claims.title')}</h1>
            <p className="mute">{t('pay.claims.lead')}</p>
          </div>
        </div>
        {isDone && (
          <Note is="ok">
            <p>{t('pay.decide.done')}</p>
          </Note>
        )}
        {claims.length === 0 ? (
          <Empty title={t('pay.claims.empty')} level="h2">
            <p>{t('pay.claims.emptyWhy')}</p>
          </Empty>
        ) : (
          <OwedTable
            rows={claims}
            label={t('pay.claims.title')}
            since={t('pay.claims.since')}
            what={({ kind }) => t(`pay.claims.${kind}`)}
          />
        )}
        <Pages {...pages} addressOf={addressOf('page')} />
        <Leaf id="overdue" title={t('pay.claims.overdueTitle')} isWide>
          {overdue.length === 0 ? (
            <Empty title={t('pay.claims.overdueEmpty')}>
              <p>{t('pay.claims.overdueEmptyWhy')}</p>
            </Empty>
          ) : (
            <>
              <p>{t('pay.claims.overdueLead')}</p>
              <OwedTable rows={overdue} label={t('pay.claims.overdueTitle')} since={t('pay.claims.dueSince')} />
            </>
          )}
          <Pages {...latePages} addressOf={addressOf('late')} />
        </Leaf>
      </main>
    </div>
  )
}
