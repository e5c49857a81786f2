import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { FundBar } from './fund-bar.tsx'
import { FundConditions } from './fund-conditions.tsx'
import { requireRight } from '#app/http/guards.server.ts'
import { listFunds } from '#app/scholarships/funds/list-funds.server.ts'
import { planOfCohort } from '#app/scholarships/funds/plan-of-cohort.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Price } from '#app/ui/money.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('fund.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireRight(request, context, params.event!, 'organize')
  const { db } = context.services
  const funds = await listFunds(db, event.id)
  const planned = await planOfCohort(db, { eventId: event.id, funds })
  return { funds: funds.map((fund) => ({ ...fund, plannedMinor: (planned.get(fund.id) ?? 0) + fund.proposedMinor })) }
}

const COLUMNS = ['budget', 'planned', 'offered', 'committed', 'paid', 'returned', 'free'] as const

/** What a phone shows in the table; the bars below it say the rest. */
const LEADING: (typeof COLUMNS)[number][] = ['budget', 'free']

type Listed = Awaited<ReturnType<typeof loader>>['funds'][number]

export default function Funds() {
  const { funds } = useLoaderData<typeof loader>()
  const { slug } = useDesk()
  const { t, path } = usePage()
  return (
    <>
      <div className="row ends">
        <div>
          <h1>{t('fund.title')}</h1>
          <p className="mute">{t('fund.lead')}</p>
        </div>
        <a className="btn go" href={path(`/organize/${slug}/funds/new`)}>
          {t('fund.add')}
        </a>
      </div>
      {funds.length === 0 ? (
        <Empty title={t('fund.none')} level="h2">
          <p>{t('fund.noneWhy')}</p>
        </Empty>
      ) : (
        <>
          <ScrollTable label={t('fund.title')}>
            <thead>
              <tr>
                <th scope="col">{t('fund.fund')}</th>
                <th scope="col" className="more">
                  {t('fund.conditions.title')}
                </th>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col" className={`num${LEADING.includes(column) ? '' : ' more'}`}>
                    {t(`fund.${column}`)}
                  </th>
                ))}
                <th scope="col">
                  <span className="vh">{t('fund.report.open')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {funds.map((fund) => (
                <Row key={fund.id} fund={fund} />
              ))}
            </tbody>
          </ScrollTable>
          <p className="hint">{t('common.labelled', { label: t('fund.planned'), text: t('fund.plannedHint') })}.</p>
          <div className="cols">
            {funds.map((fund) => (
              <section key={fund.id}>
                <p>
                  <b>
                    <bdi>{fund.name}</bdi>
                  </b>
                </p>
                <FundBar fund={fund} plannedMinor={fund.plannedMinor} />
              </section>
            ))}
          </div>
        </>
      )}
    </>
  )
}

function Row({ fund }: { fund: Listed }) {
  const { slug } = useDesk()
  const { t, path } = usePage()
  const address = path(`/organize/${slug}/funds/${fund.id}`)
  return (
    <tr>
      <th scope="row">
        <a href={address}>
          <bdi>{fund.name}</bdi>
        </a>
        <br />
        <small>
          <bdi>{fund.donor}</bdi> · <bdi>{fund.code}</bdi>
        </small>
      </th>
      <td className="more">
        <FundConditions conditions={fund.conditions} />
      </td>
      {COLUMNS.map((column) => (
        <td key={column} className={`num${LEADING.includes(column) ? '' : ' more'}`}>
          <Price money={{ amountMinor: fund[`${column}Minor`], currency: fund.currency }} />
        </td>
      ))}
      <td>
        <a href={`${address}/report`}>
          {t('fund.report.open')}
          <span className="vh"> {fund.name}</span>
        </a>
      </td>
    </tr>
  )
}
