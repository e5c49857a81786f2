import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FinancePage, financeHeaders } from './finance-page.tsx'
import { FinanceTable } from './list-parts.tsx'
import { StatementTag } from './statement-tag.tsx'
import { requireFinance } from '#app/http/guards.server.ts'
import { listStatements } from '#app/payments/statements/statement-queries.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { StepPages } from '#app/ui/pages.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { cursorOf, cursorQuery } from '#app/values/cursor.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { reach } = await requireFinance(request, context)
  const cursor = cursorOf(new URL(request.url).searchParams)
  const { rows, steps, accounts } = await listStatements(context.services.db, { reach, cursor })
  const statements = rows.map(({ id, name, account, zone, state, lineCount, newCount, matchedCount, createdAt }) => {
    return { id, name, account, zone, state, lineCount, newCount, matchedCount, createdAt }
  })
  return { statements, steps, hasAccount: accounts.length > 0, seesAll: reach === 'all' }
}

export const headers = financeHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({ title: t('finance.side.statements') }))

export const handle = { shell: 'work', section: 'finance' }

export default function Statements() {
  const { t, path } = usePage()
  const { statements, steps, hasAccount, seesAll } = useLoaderData<typeof loader>()
  return (
    <FinancePage
      title={<span id="statements">{t('finance.side.statements')}</span>}
      lead={t('finance.lead.statements')}
      actions={
        hasAccount && (
          <>
            <a className="btn go" href={path('/finance/statements/new')}>
              {t('finance.statement.import')}
            </a>
            <a className="btn" href={path('/finance/lines')}>
              {t('finance.lines')}
            </a>
          </>
        )
      }
      seesAll={seesAll}
    >
      {!hasAccount && (
        <Empty title={t('finance.statement.noAccount')} level="h2">
          <p>{t('finance.statement.noAccountWhy')}</p>
          {seesAll && (
            <p>
              <a href={path('/finance/issuers')}>{t('paper.issuers')}</a>
            </p>
          )}
        </Empty>
      )}
      {hasAccount && statements.length === 0 && (
        <Empty title={t('finance.statement.none')} level="h2">
          <p>{t('finance.statement.noneWhy')}</p>
        </Empty>
      )}
      {statements.length > 0 && (
        <FinanceTable
          labelledBy="statements"
          columns={[
            { label: t('finance.statement.file') },
            { label: t('finance.statement.account') },
            { label: t('finance.statement.imported'), is: 'more' },
            { label: t('finance.statement.lines'), is: 'num' },
            { label: t('finance.statement.new'), is: 'num' },
            { label: t('finance.statement.matched'), is: 'num' },
            { label: t('finance.filter.state') },
          ]}
        >
          {statements.map((statement) => (
            <tr key={statement.id}>
              <th scope="row">
                <a href={path(`/finance/statements/${statement.id}`)}>
                  <bdi>{statement.name}</bdi>
                </a>
              </th>
              <td>
                <bdi>{statement.account}</bdi>
              </td>
              <td className="more">
                <Moment at={statement.createdAt} zone={statement.zone} />
              </td>
              <td className="num">{statement.lineCount}</td>
              <td className="num">{statement.newCount}</td>
              <td className="num">{statement.matchedCount}</td>
              <td>
                <StatementTag state={statement.state} />
              </td>
            </tr>
          ))}
        </FinanceTable>
      )}
      <StepPages
        steps={steps}
        addressOf={(cursor) => path(`/finance/statements?${new URLSearchParams(cursorQuery(cursor))}`)}
      />
    </FinancePage>
  )
}
