import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FinancePage, financeHeaders } from './finance-page.tsx'
import { LinesTable } from './lines-table.tsx'
import { requireFinance } from '#app/http/guards.server.ts'
import { financeQuery, parseFinanceFilter } from '#app/payments/finance/finance-filter.ts'
import { LINE_STATES } from '#app/payments/statements/line-states.ts'
import { listLines } from '#app/payments/statements/statement-queries.server.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { StepPages } from '#app/ui/pages.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { cursorOf } from '#app/values/cursor.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { reach } = await requireFinance(request, context)
  const address = new URL(request.url).searchParams
  const filter = parseFinanceFilter(address)
  const { state, text } = filter
  const found = await listLines(context.services.db, {
    reach,
    state,
    text,
    cursor: cursorOf(address),
  })
  return { lines: found.rows, steps: found.steps, filter, seesAll: reach === 'all' }
}

export const headers = financeHeaders

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, (t) => ({ title: t('finance.lines') }))

export const handle = { shell: 'work', section: 'finance' }

export default function Lines() {
  const { t, path } = usePage()
  const { lines, steps, filter, seesAll } = useLoaderData<typeof loader>()
  return (
    <FinancePage
      title={<span id="lines">{t('finance.lines')}</span>}
      lead={t('finance.lead.lines')}
      before={
        <Crumbs
          trail={[{ to: '/finance/statements', label: t('finance.side.statements') }, { label: t('finance.lines') }]}
        />
      }
      seesAll={seesAll}
    >
      <form className="row filt" role="search" aria-label={t('finance.filter.title')} action={path('/finance/lines')}>
        <div>
          <label htmlFor="text">{t('finance.line.search')}</label>
          <input id="text" name="text" type="search" defaultValue={filter.text} dir="auto" />
        </div>
        <div>
          <label htmlFor="state">{t('finance.filter.state')}</label>
          <select id="state" name="state" defaultValue={filter.state}>
            <option value="">{t('finance.filter.all')}</option>
            {LINE_STATES.map((state) => (
              <option key={state} value={state}>
                {t(`finance.line.state.${state}`)}
              </option>
            ))}
          </select>
        </div>
        <button>{t('finance.filter.show')}</button>
      </form>
      {lines.length === 0 ? (
        <Empty title={t('finance.nothingFound')} level="h2">
          <p>
            {filter.text || filter.state ? (
              <a href={path('/finance/lines')}>{t('finance.filter.clear')}</a>
            ) : (
              t('finance.statement.noneWhy')
            )}
          </p>
        </Empty>
      ) : (
        <LinesTable lines={lines} labelledBy="lines" />
      )}
      <StepPages
        steps={steps}
        addressOf={(cursor) =>
          path(`/finance/lines${financeQuery({ text: filter.text, state: filter.state }, cursor)}`)
        }
      />
    </FinancePage>
  )
}
