import { foreign } from '#app/ui/foreign.ts'
import { Moment } from '#app/ui/moment.tsx'
import { Price } from '#app/ui/money.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { Money } from '#app/values/money.ts'

interface Owed {
  id: string
  code: string
  address: string
  title: string
  titleLanguage: string
  at: string
  zone: string
  due: Money | null
}

/** Orders with what is still to pay on each, and since when. `what` is said of each where it differs. */
export function OwedTable<Row extends Owed>({
  rows,
  label,
  since,
  what,
}: {
  rows: Row[]
  label: string
  since: string
  what?: (row: Row) => string
}) {
  const { t, path, language } = usePage()
  return (
    <ScrollTable label={label}>
      <thead>
        <tr>
          <th scope="col">{t('pay.claims.order')}</th>
          {what && <th scope="col">{t('pay.claims.what')}</th>}
          <th scope="col">{t('pay.claims.event')}</th>
          <th scope="col">{since}</th>
          <th scope="col" className="num">
            {t('pay.claims.due')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" className="nowrap">
              <a href={path(row.address)}>
                <bdi>{row.code}</bdi>
              </a>
            </th>
            {what && <td>{what(row)}</td>}
            <td>
              <bdi {...foreign(row.titleLanguage, language)}>{row.title}</bdi>
            </td>
            <td>
              <Moment at={row.at} zone={row.zone} />
            </td>
            <td className="num">{row.due && <Price isFull money={row.due} />}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}
