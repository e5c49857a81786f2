import type { FundReport } from '#app/scholarships/funds/fund-report.server.ts'
import type { ToldCount } from '#app/scholarships/funds/small-counts.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { Price } from '#app/ui/money.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { countryName } from '#app/values/dates.ts'

/** What a fund gave by component, and how many people from where. */
export function FundReportTables({ report }: { report: FundReport }) {
  const { fund, parts, countries, genders } = report
  const { t, language } = usePage()
  const { currency } = fund
  const gender = (value: string) =>
    t(`fund.gender.${(['woman', 'man', 'other'] as const).find((one) => one === value) ?? 'unsaid'}`)
  return (
    <>
      <Leaf id="parts" title={t('fund.report.parts')}>
        {parts.length === 0 ? (
          <p>{t('fund.report.nothing')}</p>
        ) : (
          <ScrollTable labelledBy="parts">
            <thead>
              <tr>
                <th scope="col">{t('fund.report.part')}</th>
                <th scope="col">{t('fund.report.state')}</th>
                <th scope="col" className="num">
                  {t('fund.report.awards')}
                </th>
                <th scope="col" className="num">
                  {t('fund.report.amount')}
                </th>
                <th scope="col" className="num">
                  {t('fund.returned')}
                </th>
                <th scope="col" className="num">
                  {t('fund.paid')}
                </th>
              </tr>
            </thead>
            <tbody>
              {parts.map(({ kind, state, awards, ...amounts }) => (
                <tr key={`${kind} ${state}`}>
                  <th scope="row">{t(`award.kinds.${kind}`)}</th>
                  <td>{t(`award.parts.${state}`)}</td>
                  <td className="num">{awards}</td>
                  {[amounts.amountMinor, amounts.returnedMinor, amounts.paidMinor].map((amountMinor, at) => (
                    <td key={at} className="num">
                      <Price money={{ amountMinor, currency }} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </ScrollTable>
        )}
      </Leaf>
      <Counts
        id="countries"
        title={t('fund.report.countries')}
        counts={countries}
        nameOf={(code) => (code === '' ? t('fund.gender.unsaid') : countryName(code, language))}
      />
      <Counts id="genders" title={t('fund.report.genders')} counts={genders} nameOf={gender} />
    </>
  )
}

function Counts({
  id,
  title,
  counts,
  nameOf,
}: {
  id: string
  title: string
  counts: ToldCount[]
  nameOf: (value: string) => string
}) {
  const { t } = usePage()
  if (counts.length === 0) return null
  return (
    <Leaf id={id} title={title}>
      <ScrollTable label={title}>
        <tbody>
          {counts.map(({ value, count }) => (
            <tr key={value}>
              <th scope="row">
                <bdi>{nameOf(value)}</bdi>
              </th>
              <td className="num">{count ?? t('fund.report.fewer')}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </Leaf>
  )
}
