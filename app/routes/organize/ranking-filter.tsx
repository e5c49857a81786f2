import { FilterSelect } from './filter-select.tsx'
import type { RankingData } from './ranking.tsx'
import { useCall } from './use-call.ts'
import { RANKED_CATEGORIES, RANKING_STATES } from '#app/applications/selection/ranking/ranking-filter.ts'
import { usePage } from '#app/ui/use-page.ts'
import { countryName } from '#app/values/dates.ts'

/** The form of the ranking; its answer is an address. */
export function RankingFilterForm({ filter, countries, call: { choices } }: RankingData) {
  const { slug, call } = useCall()
  const { t, path, language } = usePage()
  const places = countries
    .map((code) => ({ value: code, label: countryName(code, language) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, language))
  return (
    <form
      className="noprint"
      role="search"
      aria-label={t('organize.filter')}
      action={path(`/organize/${slug}/calls/${call.slug}/ranking`)}
    >
      <div className="row filt">
        {choices.length > 1 && (
          <FilterSelect
            name="choice"
            label={t('selection.ranking.choice')}
            values={[filter.choiceId]}
            options={choices.map(({ id, code, name }) => ({ value: id, label: `${code}: ${name}` }))}
          />
        )}
        <FilterSelect
          name="country"
          label={t('selection.ranking.country')}
          values={[filter.country]}
          options={places}
        />
        <FilterSelect
          name="category"
          label={t('selection.ranking.category')}
          values={[filter.category]}
          options={RANKED_CATEGORIES.map((value) => ({ value, label: t(`selection.ranking.categories.${value}`) }))}
        />
        <FilterSelect
          name="state"
          label={t('selection.ranking.state')}
          values={[filter.state]}
          options={RANKING_STATES.map((value) => ({ value, label: t(`selection.ranking.states.${value}`) }))}
        />
        <button>{t('organize.show')}</button>
      </div>
    </form>
  )
}
