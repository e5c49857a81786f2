import { type CatalogueFilters, TIMES } from '#app/events/catalogue/filters.ts'
import { usePage } from './use-page.ts'

/** Ahead, behind or both, and between which days. */
export function FacetTimes({
  filters,
  counts,
}: {
  filters: CatalogueFilters
  counts: { value: string; count: number }[]
}) {
  const { t } = usePage()
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  return (
    <fieldset>
      <legend>{t('catalogue.when')}</legend>
      {TIMES.map((value) => (
        <label key={value} className="check">
          <input type="radio" name="when" value={value} defaultChecked={value === filters.when} />
          {` ${t(`catalogue.${value}`)} `}
          <small>{value === 'all' ? all : (counts.find((one) => one.value === value)?.count ?? 0)}</small>
        </label>
      ))}
      {(['from', 'to'] as const).map((name) => (
        <label key={name} className="check days">
          {`${t(`catalogue.${name}`)} `}
          <input name={name} defaultValue={filters[name] ?? ''} size={10} dir="ltr" aria-describedby="days" />
        </label>
      ))}
      <small id="days">{t('catalogue.dayHint')}</small>
    </fieldset>
  )
}
