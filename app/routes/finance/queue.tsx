import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FinancePage, financeHeaders } from './finance-page.tsx'
import { KindTag, WaitingTable } from './waiting-row.tsx'
import { requireFinance } from '#app/http/guards.server.ts'
import { waitingByKind } from '#app/payments/finance/finance-waiting.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'

/** As many of each kind as show what is going on; the rest is one link away. */
const FIRST = 5

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { reach } = await requireFinance(request, context)
  const { services, language } = context
  const groups = await waitingByKind(services.db, { reach, language }, FIRST)
  const isDone = new URL(request.url).searchParams.get('done') === 'settled'
  return { groups, isDone, seesAll: reach === 'all' }
}

export const headers = financeHeaders

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, (t) => ({ title: t('finance.queue') }))

export const handle = { shell: 'work', section: 'finance' }

export default function FinanceQueue() {
  const { t, path } = usePage()
  const { groups, isDone, seesAll } = useLoaderData<typeof loader>()
  const count = groups.reduce((sum, group) => sum + group.count, 0)
  return (
    <FinancePage
      title={t('finance.queue')}
      lead={count === 0 ? t('finance.nothingWaits') : t('finance.waiting', { count })}
      seesAll={seesAll}
      waiting={count}
    >
      {isDone && (
        <Note is="ok">
          <p>{t('finance.done')}</p>
        </Note>
      )}
      {groups.length === 0 && (
        <Empty title={t('finance.queueEmpty')} level="h2">
          <p>{t('finance.queueEmptyWhy')}</p>
          <p>
            <a href={path('/finance/payments')}>{t('finance.side.payments')}</a> ·{' '}
            <a href={path('/finance/statements')}>{t('finance.side.statements')}</a>
          </p>
        </Empty>
      )}
      {groups.map(({ kind, count: ofKind, rows }) => (
        <Leaf key={kind} id={kind} title={t(`finance.heading.${kind}`, { count: ofKind })} isWide>
          <p>
            <KindTag kind={kind} /> {t(`finance.what.${kind}`)} {t(`finance.remedy.${kind}`)}
          </p>
          <WaitingTable items={rows} labelledBy={kind} />
          {ofKind > rows.length && (
            <p>
              <a href={path(`/finance/waiting/${kind}`)}>{t('finance.showAll', { count: ofKind })}</a>
            </p>
          )}
        </Leaf>
      ))}
    </FinancePage>
  )
}
