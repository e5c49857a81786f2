import { FacetChecks } from '../facet-checks.tsx'
import { FacetFields, type FacetsProps } from '../facet-fields.tsx'
import { usePage } from '../use-page.ts'

/** The catalogue's own filters, asking for a calendar; what cannot be chosen here is carried on. */
export function Choices({ hosts, ...props }: FacetsProps & { hosts: { slug: string; name: string; count: number }[] }) {
  const { t, path } = usePage()
  const { filters } = props
  const carried = { q: filters.q, from: filters.from, to: filters.to }
  return (
    <details className="facets noprint">
      <summary>{t('calendar.choose')}</summary>
      <form aria-label={t('calendar.choose')} action={path('/calendar#feed')}>
        {Object.entries(carried).map(([name, value]) =>
          value ? <input key={name} type="hidden" name={name} value={value} /> : null,
        )}
        <FacetFields
          {...props}
          times={
            <label className="check">
              <input type="checkbox" name="when" value="all" defaultChecked={filters.when === 'all'} />
              {` ${t('calendar.past')}`}
            </label>
          }
        />
        <FacetChecks
          legend={t('calendar.host')}
          name="host"
          more={t('calendar.moreHosts')}
          chosen={filters.host}
          values={hosts.map(({ slug, name, count }) => ({ value: slug, label: name, count }))}
        />
        <button>{t('calendar.show')}</button>
      </form>
    </details>
  )
}
