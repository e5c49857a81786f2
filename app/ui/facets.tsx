import { FacetFields, type FacetsProps } from './facet-fields.tsx'
import { FacetTimes } from './facet-times.tsx'
import { usePage } from './use-page.ts'

/** The filters of the catalogue with what each would give; a plain form that asks by address. */
export function Facets(props: FacetsProps) {
  const { t, path } = usePage()
  const { filters, facets } = props
  return (
    <details className="facets">
      <summary>{t('catalogue.filter')}</summary>
      <form aria-label={t('catalogue.filter')} action={path('/events')}>
        {filters.q && <input type="hidden" name="q" value={filters.q} />}
        {filters.host.map((slug) => (
          <input key={slug} type="hidden" name="host" value={slug} />
        ))}
        <FacetFields {...props} times={<FacetTimes filters={filters} counts={facets.when} />} />
        <button>{t('catalogue.show')}</button>
      </form>
    </details>
  )
}
