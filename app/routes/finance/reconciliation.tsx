import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FinancePage, financeHeaders } from './finance-page.tsx'
import { FinanceTable, OrderLink } from './list-parts.tsx'
import { compareWith, readPeriod } from './reconciliation-reading.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Price } from '#app/ui/money.tsx'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { ZoneSelect } from '#app/ui/zone-select.tsx'
import { formatDays } from '#app/values/dates.ts'

/** More than one reads; the file has them all. */
const MOST_SHOWN = 200

export async function loader(given: LoaderFunctionArgs) {
  const period = await readPeriod(given)
  const { from, to, zone, seesAll } = period
  const compared = await compareWith(given, period)
  if (!compared.ok)
    return {
      from,
      to,
      zone,
      seesAll,
      problem: compared.refusals[0]!.code,
      compared: null,
    }
  const { differences, ...rest } = compared.value
  const shown = { ...rest, differences: differences.slice(0, MOST_SHOWN), count: differences.length }
  return {
    from,
    to,
    zone,
    seesAll,
    problem: null,
    compared: shown,
  }
}

export const headers = financeHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({ title: t('finance.side.reconciliation') }))

export const handle = { shell: 'work', section: 'finance' }

export default function Reconciliation() {
  const { t, language, path } = usePage()
  const { from, to, zone, problem, compared, seesAll } = useLoaderData<typeof loader>()
  const query = new URLSearchParams({ from, to, zone })
  return (
    <FinancePage
      title={t('finance.side.reconciliation')}
      lead={`${formatDays(from, to, language)} · ${zone}`}
      seesAll={seesAll}
    >
      <form className="row filt" aria-label={t('finance.filter.title')} action={path('/finance/reconciliation')}>
        <div>
          <label htmlFor="from">{t('finance.reconcile.from')}</label>
          <input id="from" name="from" type="date" defaultValue={from} />
        </div>
        <div>
          <label htmlFor="to">{t('finance.reconcile.to')}</label>
          <input id="to" name="to" type="date" defaultValue={to} />
        </div>
        <ZoneSelect id="zone" label={t('finance.reconcile.zone')} zone={zone} />
        <button>{t('finance.reconcile.compare')}</button>
      </form>
      {problem !== null && (
        <Empty title={t(`finance.reconcile.problem.${problem}`)} level="h2">
          <p>{t(`finance.reconcile.problemWhy.${problem}`)}</p>
        </Empty>
      )}
      {compared && (
        <>
          <Note is={compared.count === 0 ? 'ok' : 'warn'}>
            <p>
              {t('finance.reconcile.agreed', { count: compared.agreed })}{' '}
              {compared.count === 0
                ? t('finance.reconcile.noDifference')
                : t('finance.reconcile.differences', { count: compared.count })}
            </p>
          </Note>
          {compared.sums.length > 0 && (
            <Leaf id="sums" title={t('finance.reconcile.sums')} isWide>
              <FinanceTable
                labelledBy="sums"
                columns={[
                  { label: t('finance.filter.currency') },
                  { label: t('finance.reconcile.ours'), is: 'num' },
                  { label: t('finance.reconcile.theirs'), is: 'num' },
                  { label: t('finance.reconcile.difference'), is: 'num' },
                  { label: t('finance.reconcile.fees'), is: 'num' },
                  { label: t('finance.reconcile.payouts'), is: 'num' },
                ]}
              >
                {compared.sums.map(({ currency, ours, theirs, fees, payouts }) => (
                  <tr key={currency}>
                    <th scope="row">
                      <bdi>{currency}</bdi>
                    </th>
                    {[ours, theirs, theirs - ours, fees, payouts].map((amountMinor, at) => (
                      <td key={at} className="num">
                        <Price isFull money={{ amountMinor, currency }} />
                      </td>
                    ))}
                  </tr>
                ))}
              </FinanceTable>
              <p className="mute">{t('finance.reconcile.feesWhy')}</p>
            </Leaf>
          )}
          {compared.count > 0 && (
            <Leaf id="differences" title={t('finance.reconcile.each')} isWide>
              <p className="row get">
                <a href={path(`/finance/reconciliation.csv?${query}`)} download>
                  CSV
                </a>
              </p>
              <FinanceTable
                labelledBy="differences"
                columns={[
                  { label: t('finance.reconcile.why') },
                  { label: t('finance.since') },
                  { label: t('finance.order') },
                  { label: t('finance.reconcile.ours'), is: 'num' },
                  { label: t('finance.reconcile.theirs'), is: 'num' },
                ]}
              >
                {compared.differences.map(({ kind, ours, theirs }) => (
                  <tr key={`${kind} ${theirs?.id ?? ours?.reference}`}>
                    <th scope="row">
                      <Tag is={kind === 'ours-pending' || kind.endsWith('edge') ? 'off' : 'bad'}>
                        {t(`finance.reconcile.kind.${kind}`)}
                      </Tag>
                      <br />
                      <small>
                        {t(`finance.reconcile.explain.${kind}`)}{' '}
                        <bdi dir="ltr">{ours?.reference ?? theirs?.reference}</bdi>
                      </small>
                    </th>
                    <td>
                      <Moment at={(ours ?? theirs)!.at} zone={zone} />
                    </td>
                    <td>{ours && <OrderLink code={ours.orderCode} />}</td>
                    <td className="num">{ours && <Price isFull money={ours.amount} />}</td>
                    <td className="num">{theirs && <Price isFull money={theirs.amount} />}</td>
                  </tr>
                ))}
              </FinanceTable>
            </Leaf>
          )}
        </>
      )}
    </FinancePage>
  )
}
