import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FinancePage, financeHeaders } from './finance-page.tsx'
import { LinesTable } from './lines-table.tsx'
import { StatementTag } from './statement-tag.tsx'
import { notFound, seeOther } from '#app/http/answers.ts'
import { requireFinance } from '#app/http/guards.server.ts'
import { isKey } from '#app/locales/translate.ts'
import { parseFinanceFilter } from '#app/payments/finance/finance-filter.ts'
import { LINE_STATES } from '#app/payments/statements/line-states.ts'
import { findStatement, listLines } from '#app/payments/statements/statement-queries.server.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { Kpis } from '#app/ui/kpis.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { StepPages } from '#app/ui/pages.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { cursorOf } from '#app/values/cursor.ts'

/** While it is being worked on the page looks again by itself, in seconds. */
const LOOK_AGAIN = 2

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { reach } = await requireFinance(request, context)
  const { db } = context.services
  const statement = await findStatement(db, { id: params.statement!, reach })
  if (!statement) throw notFound()
  if (statement.state === 'mapping') throw seeOther(context, `/finance/statements/${statement.id}/columns`)
  const query = new URL(request.url).searchParams
  const { state } = parseFinanceFilter(query)
  const lines = await listLines(db, {
    reach,
    statementId: statement.id,
    state,
    text: '',
    cursor: cursorOf(query),
  })
  const { mapping: _mapping, fileId: _fileId, digest: _digest, ...shown } = statement
  return { statement: shown, lines: lines.rows, steps: lines.steps, state, seesAll: reach === 'all' }
}

export const headers = financeHeaders

export const meta: MetaFunction<typeof loader> = (args) => {
  const statement = args.data?.statement
  const isWorking = statement?.state === 'waiting' || statement?.state === 'importing'
  return pageMeta(args, (t) => ({
    title: t('finance.statement.of', { name: statement?.name ?? '' }),
    more: isWorking ? [{ httpEquiv: 'refresh', content: String(LOOK_AGAIN) }] : [],
  }))
}

export const handle = { shell: 'work', section: 'finance' }

export default function Statement() {
  const { t, path } = usePage()
  const { statement, lines, steps, state, seesAll } = useLoaderData<typeof loader>()
  const { id, lineCount, doneCount, newCount, matchedCount, zone } = statement
  const isWorking = statement.state === 'waiting' || statement.state === 'importing'
  const failure = `refusal.${statement.lastError}`
  const address = (query: Record<string, string>) => path(`/finance/statements/${id}?${new URLSearchParams(query)}`)
  return (
    <FinancePage
      title={
        <span id="statement">
          <bdi>{statement.name}</bdi>
        </span>
      }
      lead={
        <>
          <bdi>{statement.account}</bdi> · <Moment at={statement.createdAt} zone={zone} /> ·{' '}
          <StatementTag state={statement.state} />
        </>
      }
      before={
        <Crumbs
          trail={[{ to: '/finance/statements', label: t('finance.side.statements') }, { label: statement.name }]}
        />
      }
      seesAll={seesAll}
    >
      {statement.earlier !== null && (
        <Note>
          <p>
            {t('finance.statement.again')} <Moment at={statement.earlier} zone={zone} />
          </p>
        </Note>
      )}
      {isWorking && (
        <div role="status">
          <p>{t('finance.statement.progress', { done: doneCount, count: lineCount })}</p>
          <meter min={0} max={lineCount} value={doneCount} aria-hidden="true" />
        </div>
      )}
      {statement.state === 'failed' && (
        <Note is="warn">
          <p>{isKey(failure) ? t(failure) : t('refusal.failed')}</p>
        </Note>
      )}
      <Kpis
        items={[
          { label: t('finance.statement.lines'), value: lineCount },
          {
            label: t('finance.statement.new'),
            value: newCount,
            detail: t('finance.statement.known', { count: doneCount - newCount }),
          },
          { label: t('finance.statement.matched'), value: matchedCount },
        ]}
      />
      <p className="row">
        {['', ...LINE_STATES].map((one) =>
          one === state ? (
            <b key={one} aria-current="true">
              {t(one === '' ? 'finance.filter.all' : `finance.line.state.${one as 'matched'}`)}
            </b>
          ) : (
            <a key={one} href={address(one === '' ? {} : { state: one })}>
              {t(one === '' ? 'finance.filter.all' : `finance.line.state.${one as 'matched'}`)}
            </a>
          ),
        )}
      </p>
      {lines.length === 0 ? (
        <p className="mute">{t(isWorking ? 'finance.statement.soon' : 'finance.statement.noLines')}</p>
      ) : (
        <LinesTable lines={lines} labelledBy="statement" />
      )}
      <StepPages steps={steps} addressOf={(cursor) => address({ ...(state && { state }), ...cursor })} />
    </FinancePage>
  )
}
