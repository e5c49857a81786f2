import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FinancePage, financeHeaders } from './finance-page.tsx'
import { WaitingTable } from './waiting-row.tsx'
import { notFound } from '#app/http/answers.ts'
import { requireFinance } from '#app/http/guards.server.ts'
import { isWaitingKind } from '#app/payments/finance/finance-kinds.ts'
import { waitingOf } from '#app/payments/finance/finance-waiting.server.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { StepPages } from '#app/ui/pages.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { cursorOf, cursorQuery } from '#app/values/cursor.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { reach } = await requireFinance(request, context)
  const kind = params.kind!
  if (!isWaitingKind(kind)) throw notFound()
  const found = await waitingOf(context.services.db, kind, {
    reach,
    language: context.language,
    cursor: cursorOf(new URL(request.url).searchParams),
  })
  return { ...found, kind, seesAll: reach === 'all' }
}

export const headers = financeHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({
    title: t(`finance.heading.${args.data?.kind ?? 'line'}`, { count: args.data?.count ?? 0 }),
  }))

export const handle = { shell: 'work', section: 'finance' }

export default function Waiting() {
  const { t, path } = usePage()
  const { kind, rows, count, steps, seesAll } = useLoaderData<typeof loader>()
  const title = t(`finance.heading.${kind}`, { count })
  return (
    <FinancePage
      title={<span id="waiting">{title}</span>}
      lead={`${t(`finance.what.${kind}`)} ${t(`finance.remedy.${kind}`)}`}
      before={<Crumbs trail={[{ to: '/finance', label: t('finance.queue') }, { label: title }]} />}
      seesAll={seesAll}
    >
      {rows.length === 0 ? (
        <Empty title={t('finance.queueEmpty')} level="h2">
          <p>
            <a href={path('/finance')}>{t('finance.back')}</a>
          </p>
        </Empty>
      ) : (
        <WaitingTable items={rows} labelledBy="waiting" />
      )}
      <StepPages
        steps={steps}
        addressOf={(cursor) => path(`/finance/waiting/${kind}?${new URLSearchParams(cursorQuery(cursor))}`)}
      />
    </FinancePage>
  )
}
