import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { FinanceSide } from './finance-side.tsx'
import { OwedTable } from './owed-table.tsx'
import { requireFinance } from '#app/http/guards.server.ts'
import { overdueOrders, waitingClaims } from '#app/payments/claims/queries.server.ts'
import { orderKey } from '#app/registrations/order-key.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { StepPages } from '#app/ui/pages.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { type Cursor, cursorOf, cursorQuery } from '#app/values/cursor.ts'

/** Tells the second list of the page apart in its address. */
const LATE = 'late-'

/** What payers told us and nobody has decided, and confirmed seats whose money is late. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { reach } = await requireFinance(request, context)
  const { services, language, now } = context
  const query = new URL(request.url).searchParams
  const claims = await waitingClaims(services.db, { reach, language, cursor: cursorOf(query) })
  const overdue = await overdueOrders(services.db, { reach, language, cursor: cursorOf(query, LATE), now })
  return {
    claims: claims.rows.map((row) => ({ ...row, address: `/finance/claims/${row.id}` })),
    overdue: overdue.rows.map(({ keyVersion, ...row }) => {
      const key = orderKey(services.config.secret, { id: row.orderId, keyVersion })
      return { ...row, at: row.at!, address: `/orders/${row.code}?key=${key}` }
    }),
    steps: claims.steps,
    lateSteps: overdue.steps,
    isDone: query.has('done'),
  }
}

export const headers = () => ({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin' })

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, (t) => ({ title: t('pay.claims.title') }))

export const handle = { shell: 'work', section: 'finance' }

export default function Claims() {
  const { t, path } = usePage()
  const { claims, overdue, steps, lateSteps, isDone } = useLoaderData<typeof loader>()
  const [query] = useSearchParams()
  const addressOf = (prefix: string) => (cursor: Cursor) => {
    const next = new URLSearchParams(query)
    for (const name of ['done', `${prefix}after`, `${prefix}before`]) next.delete(name)
    for (const [name, id] of cursorQuery(cursor, prefix)) next.set(name, id)
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
        <StepPages steps={steps} addressOf={addressOf('')} />
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
          <StepPages steps={lateSteps} addressOf={addressOf(LATE)} />
        </Leaf>
      </main>
    </div>
  )
}
