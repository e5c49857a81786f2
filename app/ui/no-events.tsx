import { type CatalogueFilters, formatFilters, isFiltered } from '#app/events/catalogue/filters.ts'
import { Empty } from './empty.tsx'
import { usePage } from './use-page.ts'

/** Why nothing was found, and the ways on: the other side of now, fewer filters. */
export function NoEvents({
  filters,
  times,
}: {
  filters: CatalogueFilters
  /** How many the same filters give at other times. */
  times: { value: string; count: number }[]
}) {
  const { t, path } = usePage()
  const others = times.filter(({ value, count }) => value !== filters.when && count > 0)
  const why = filters.q
    ? t('catalogue.emptyWords', { q: filters.q })
    : t(isFiltered(filters) ? 'catalogue.emptyFilters' : 'catalogue.emptyTime')
  return (
    <Empty title={t('catalogue.emptyTitle')} level="h2">
      <p>{why}</p>
      {others.map(({ value, count }) => (
        <p key={value}>
          {t(value === 'past' ? 'catalogue.emptyPast' : 'catalogue.emptyUpcoming', { count })}{' '}
          <a href={path(`/events${formatFilters({ ...filters, page: 1, when: value as 'past' | 'upcoming' })}`)}>
            {t('catalogue.emptySearchAll')}
          </a>
        </p>
      ))}
      {isFiltered(filters) && (
        <p>
          <a className="btn" href={path('/events')}>
            {t('catalogue.clear')}
          </a>
        </p>
      )}
    </Empty>
  )
}
