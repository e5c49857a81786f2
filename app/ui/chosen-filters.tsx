import {
  type CatalogueFilters,
  filterPairs,
  formatFilters,
  isFiltered,
  parseFilters,
} from '#app/events/catalogue/filters.ts'
import { type FilterNames, nameOfValue } from '#app/events/catalogue/name-filters.ts'
import { usePage } from './use-page.ts'

/** What the list is filtered by, each with a link that takes it away. Nothing when nothing is. */
export function ChosenFilters({ filters, ...names }: { filters: CatalogueFilters } & FilterNames) {
  const { t, path, language } = usePage()
  if (!isFiltered(filters)) return null
  const pairs = filterPairs({ ...filters, when: 'upcoming', page: 1 })
  return (
    <p className="row after">
      <span className="mute">{t('catalogue.chosen')}</span>
      {pairs.map(([name, value]) => (
        <a key={`${name} ${value}`} href={path(`/events${formatFilters(without(filters, name, value))}`)}>
          <span className="vh">{t('catalogue.without')}</span>
          <bdi>{nameOfValue(name, value, names, t, language)}</bdi>
          <span aria-hidden="true"> ×</span>
        </a>
      ))}
      {pairs.length > 1 && (
        <a href={path(`/events${formatFilters(parseFilters(new URLSearchParams({ when: filters.when })))}`)}>
          {t('catalogue.clear')}
        </a>
      )}
    </p>
  )
}

function without(filters: CatalogueFilters, name: string, value: string): CatalogueFilters {
  const kept = filterPairs({ ...filters, page: 1 }).filter((pair) => pair[0] !== name || pair[1] !== value)
  return parseFilters(new URLSearchParams(kept))
}
