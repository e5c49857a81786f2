import type { CatalogueRow } from '#app/events/catalogue/row.ts'
import { groupByMonth, groupByYear } from '#app/events/catalogue/groups.ts'
import { formatMonth } from '#app/values/dates.ts'
import { EventRow } from './event-row.tsx'
import { usePage } from './use-page.ts'

/** Events under headings: by month while they are ahead, by year once they are history. */
export function EventGroups({
  rows,
  by,
  isWhole,
}: {
  rows: CatalogueRow[]
  by: 'month' | 'year'
  /** All of the list is on this page, so that counts beside the headings are true. */
  isWhole: boolean
}) {
  const { t, language } = usePage()
  const groups = by === 'month' ? groupByMonth(rows) : groupByYear(rows)
  return (
    <>
      {groups.map(({ key, rows }) => (
        <section key={key} aria-labelledby={`m${key}`}>
          <div className="month">
            <h2 id={`m${key}`}>{headingOf(key)}</h2>
            {isWhole && <small>{t('catalogue.count', { count: rows.length })}</small>}
          </div>
          <EventList rows={rows} year={/^\d/.test(key) ? key.slice(0, 4) : undefined} />
        </section>
      ))}
    </>
  )

  function headingOf(key: string): string {
    if (key === 'later') return t('catalogue.later')
    return key === 'postponed' ? t('catalogue.postponedGroup') : formatMonth(key, language)
  }
}

export function EventList({ rows, year }: { rows: CatalogueRow[]; year?: string | undefined }) {
  return (
    <ul role="list" className="wide">
      {rows.map((row) => (
        <EventRow key={row.id} event={row} year={year} />
      ))}
    </ul>
  )
}
