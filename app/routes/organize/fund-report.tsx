import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { FundConditions } from './fund-conditions.tsx'
import { FundReportTables } from './fund-report-tables.tsx'
import { notFound } from '#app/http/answers.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { fundReport } from '#app/scholarships/funds/fund-report.server.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { Kpis } from '#app/ui/kpis.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Price } from '#app/ui/money.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoment } from '#app/values/dates.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('fund.report.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireRight(request, context, params.event!, 'organize')
  const report = await fundReport(context.services.db, { eventId: event.id, fundId: params.fund! })
  if (!report) throw notFound()
  return report
}

export default function FundReportPage() {
  const report = useLoaderData<typeof loader>()
  const { fund, peopleCount, attended, reported, names } = report
  const { slug, zone } = useDesk()
  const { t, path, now, language } = usePage()
  const base = `/organize/${slug}/funds`
  const { currency } = fund
  const money = (amountMinor: number) => <Price money={{ amountMinor, currency }} />
  return (
    <>
      <Crumbs trail={[{ to: base, label: t('fund.title') }, { label: <bdi>{fund.code}</bdi> }]} />
      <div className="row ends">
        <div>
          <h1>{t('fund.report.of', { fund: fund.name })}</h1>
          <p className="mute">
            <bdi>{fund.donor}</bdi> · {t('fund.report.lead', { when: formatMoment(now, zone, language) })}{' '}
            {t('fund.report.print')}
          </p>
        </div>
        <a className="btn" href={path(`${base}/${fund.id}/report.csv`)}>
          {t('fund.report.csv')}
        </a>
      </div>
      <Leaf id="balance" title={t('fund.report.balance')}>
        <Kpis
          items={[
            { label: t('fund.budget'), value: money(fund.budgetMinor) },
            { label: t('fund.offered'), value: money(fund.offeredMinor) },
            { label: t('fund.committed'), value: money(fund.committedMinor) },
            { label: t('fund.paid'), value: money(fund.paidMinor) },
            { label: t('fund.returned'), value: money(fund.returnedMinor) },
            { label: t('fund.free'), value: money(fund.freeMinor) },
          ]}
        />
        <p>
          <b>{t('fund.conditions.title')}</b>: <FundConditions conditions={fund.conditions} />
        </p>
      </Leaf>
      <FundReportTables report={report} />
      <Leaf id="people" title={t('fund.report.people')}>
        <Kpis
          items={[
            { label: t('fund.report.peopleCount'), value: peopleCount },
            { label: t('fund.report.attended'), value: attended },
            { label: t('fund.report.reported'), value: reported },
          ]}
        />
      </Leaf>
      <Leaf id="names" title={t('fund.report.names')}>
        <p className="hint">{names.length > 0 ? t('fund.report.namesHint') : t('fund.report.noNames')}</p>
        <ul>
          {names.map((name, at) => (
            <li key={at}>
              <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
      </Leaf>
    </>
  )
}
