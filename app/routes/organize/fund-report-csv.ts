import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '#app/http/answers.ts'
import { csvAnswer } from '#app/http/csv-answer.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { translator } from '#app/locales/translate.ts'
import { recordDownload } from '#app/participants/record-download.server.ts'
import { type FundReport, fundReport } from '#app/scholarships/funds/fund-report.server.ts'
import { BYTE_ORDER_MARK, csvRows } from '#app/values/csv.ts'
import { plainAmount } from '#app/values/money.ts'
import type { Translate } from '#app/locales/translate.ts'

/** A donor's report as a file: balance, what was given, people as counts, and names of those who agreed. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { signedIn, event } = await requireRight(request, context, params.event!, 'organize')
  const { services, language, now } = context
  const report = await fundReport(services.db, { eventId: event.id, fundId: params.fund! })
  if (!report) throw notFound()
  const kind = 'fund-report.csv'
  const download = {
    accountId: signedIn.accountId,
    eventId: event.id,
    trackId: null,
    kind,
    rowCount: report.peopleCount,
  }
  const logged = await recordDownload(services.db, { ...download, now })
  if (!logged.ok) throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  const rows = reportRows(report, translator(language))
  const name = `${event.slug}-${report.fund.code.toLowerCase()}-${now.slice(0, 10)}.csv`
  return csvAnswer(BYTE_ORDER_MARK + csvRows(rows), { name, fallback: 'fund-report.csv' })
}

function reportRows({ fund, parts, peopleCount, countries, genders, names }: FundReport, t: Translate): string[][] {
  const { currency } = fund
  const money = (amountMinor: number) => plainAmount({ amountMinor, currency })
  const counts = (title: string, told: FundReport['countries']) =>
    told.map(({ value, count }) => [title, value, '', count === null ? t('fund.report.fewer') : String(count)])
  return [
    [t('fund.fund'), fund.name, fund.donor, currency],
    [t('fund.budget'), '', '', money(fund.budgetMinor)],
    [t('fund.offered'), '', '', money(fund.offeredMinor)],
    [t('fund.committed'), '', '', money(fund.committedMinor)],
    [t('fund.paid'), '', '', money(fund.paidMinor)],
    [t('fund.returned'), '', '', money(fund.returnedMinor)],
    [t('fund.free'), '', '', money(fund.freeMinor)],
    ...parts.map(({ kind, state, awards, amountMinor, returnedMinor, paidMinor }) => [
      t(`award.kinds.${kind}`),
      t(`award.parts.${state}`),
      String(awards),
      money(amountMinor),
      money(returnedMinor),
      money(paidMinor),
    ]),
    [t('fund.report.peopleCount'), '', '', String(peopleCount)],
    ...counts(t('fund.report.countries'), countries),
    ...counts(t('fund.report.genders'), genders),
    ...names.map((name) => [t('fund.report.names'), name]),
  ].map((row) => [...row, ...Array.from({ length: 6 - row.length }, () => '')])
}
