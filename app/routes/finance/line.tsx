import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { FinancePage, financeHeaders } from './finance-page.tsx'
import { LineFacts } from './line-facts.tsx'
import { LineMatches } from './line-matches.tsx'
import { EventTitle, FinanceTable, OrderLink } from './list-parts.tsx'
import { notFound } from '#app/http/answers.ts'
import { requireFinance } from '#app/http/guards.server.ts'
import { findLine } from '#app/payments/statements/statement-queries.server.ts'
import { suggestOrders } from '#app/payments/statements/suggest-orders.server.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Price } from '#app/ui/money.tsx'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { reach } = await requireFinance(request, context)
  const { services, language } = context
  const line = await findLine(services.db, { id: params.line!, reach })
  if (!line) throw notFound()
  const isOpen = line.state === 'unmatched' || line.state === 'part-matched'
  const suggestions = isOpen && line.restMinor > 0 ? await suggestOrders(services.db, line, { reach, language }) : []
  const { fingerprint: _fingerprint, ...shown } = line
  return { line: shown, isOpen, suggestions, seesAll: reach === 'all' }
}

export const headers = financeHeaders

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, (t) => ({ title: t('finance.line.title') }))

export const handle = { shell: 'work', section: 'finance' }

export default function Line() {
  const { t, path } = usePage()
  const { line, isOpen, suggestions, seesAll } = useLoaderData<typeof loader>()
  const [query] = useSearchParams()
  const to = (action: string) => path(`/finance/lines/${line.id}/${action}`)
  const isIncoming = line.amountMinor > 0
  const isAway = line.state === 'set-aside' || line.state === 'sent-back'
  return (
    <FinancePage
      title={t('finance.line.title')}
      lead={t(line.isReversal === 1 ? 'finance.line.reversalWhat' : `finance.line.what.${line.state}`)}
      before={
        <Crumbs trail={[{ to: '/finance/lines', label: t('finance.lines') }, { label: t('finance.line.title') }]} />
      }
      seesAll={seesAll}
    >
      {query.get('done') === 'line' && (
        <Note is="ok">
          <p>{t('finance.doneOf.line')}</p>
        </Note>
      )}
      <LineFacts line={line} />
      <p className="row">
        {isOpen && isIncoming && (
          <a className="btn go" href={to('match')}>
            {t('finance.match.do')}
          </a>
        )}
        {line.state === 'unmatched' && (
          <a className="btn" href={to('set-aside')}>
            {t('finance.setAside.do')}
          </a>
        )}
        {isIncoming && (line.state === 'unmatched' || line.state === 'set-aside') && (
          <a className="btn" href={to('send-back')}>
            {t('finance.sendBack.do')}
          </a>
        )}
        {isAway && (
          <a className="btn" href={to('take-up')}>
            {t('finance.takeUp.do')}
          </a>
        )}
      </p>
      {line.matches.length > 0 && <LineMatches line={line} />}
      {isOpen && isIncoming && (
        <Leaf id="suggestions" title={t('finance.line.suggestions')} isWide>
          {suggestions.length === 0 ? (
            <p className="mute">{t('finance.line.noSuggestions')}</p>
          ) : (
            <FinanceTable
              labelledBy="suggestions"
              columns={[
                { label: t('finance.order') },
                { label: t('finance.who') },
                { label: t('finance.event') },
                { label: t('finance.line.because') },
                { label: t('finance.due'), is: 'num' },
                { label: t('finance.next') },
              ]}
            >
              {suggestions.map((one) => (
                <tr key={one.id}>
                  <th scope="row" className="nowrap">
                    <OrderLink code={one.code} />
                  </th>
                  <td>
                    <bdi>{one.fullName}</bdi>
                  </td>
                  <td>
                    <EventTitle title={one.title} titleLanguage={one.titleLanguage} />
                  </td>
                  <td>{one.reasons.map((reason) => t(`finance.line.reason.${reason}`)).join(', ')}</td>
                  <td className="num">
                    <Price isFull money={{ amountMinor: one.due, currency: one.currency }} />
                  </td>
                  <td>
                    <a href={to(`match?code=${one.code}`)}>
                      {t('finance.match.this')}
                      <span className="vh"> {one.code}</span>
                    </a>
                  </td>
                </tr>
              ))}
            </FinanceTable>
          )}
        </Leaf>
      )}
    </FinancePage>
  )
}
