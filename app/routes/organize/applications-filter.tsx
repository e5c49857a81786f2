import type { ApplicationsData } from './applications.tsx'
import { ApplicationsColumns } from './applications-columns.tsx'
import { FilterSelect } from './filter-select.tsx'
import { useCall } from './use-call.ts'
import { APPLICATION_STATES, CATEGORIES, ELIGIBILITIES } from '#app/applications/desk/application-filter.ts'
import { ORDERS } from '#app/applications/desk/orders.ts'
import { usePage } from '#app/ui/use-page.ts'
import { countryName, languageName } from '#app/values/dates.ts'

/** The form of the list: what is looked for, how it is ordered, which columns it has. Its answer is an address. */
export function ApplicationsFilter(shown: ApplicationsData) {
  const { filter, order, choices, countries, languages } = shown
  const { slug, call } = useCall()
  const { t, path, language } = usePage()
  const places = countries
    .map((code) => ({ value: code, label: countryName(code, language) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, language))
  const isMore = [filter.choice, filter.category, filter.language, filter.team, filter.letters].some(Boolean)
  return (
    <form
      className="noprint"
      role="search"
      aria-label={t('organize.filter')}
      action={path(`/organize/${slug}/calls/${call.slug}/applications`)}
    >
      <div className="row filt">
        <div>
          <label htmlFor="q">{t('applicants.search')}</label>
          <input id="q" name="q" type="search" defaultValue={filter.search} dir="auto" maxLength={100} />
        </div>
        <FilterSelect
          name="state"
          label={t('applicants.columns.state')}
          values={filter.states}
          options={APPLICATION_STATES.map((value) => ({ value, label: t(`applicants.states.${value}`) }))}
        />
        <FilterSelect
          name="complete"
          label={t('applicants.columns.missing')}
          values={[filter.completeness]}
          options={(['complete', 'incomplete'] as const).map((value) => ({
            value,
            label: t(`applicants.completeness.${value}`),
          }))}
        />
        <FilterSelect
          name="eligibility"
          label={t('applicants.columns.eligibility')}
          values={[filter.eligibility]}
          options={ELIGIBILITIES.map((value) => ({ value, label: t(`applicants.eligibilities.${value}`) }))}
        />
        <FilterSelect
          name="country"
          label={t('applicants.columns.country')}
          values={filter.countries}
          options={places}
        />
        <button>{t('organize.show')}</button>
      </div>
      <details open={isMore || order !== 'number'}>
        <summary>{t('applicants.more')}</summary>
        <div className="row filt">
          {choices.length > 1 && (
            <FilterSelect
              name="choice"
              label={t('applicants.columns.wishes')}
              values={[filter.choice]}
              options={choices.map(({ code, name }) => ({ value: code, label: `${code}: ${name}` }))}
            />
          )}
          <FilterSelect
            name="category"
            label={t('applicants.columns.category')}
            values={[filter.category]}
            options={CATEGORIES.map((value) => ({ value, label: t(`applicants.categories.${value}`) }))}
          />
          <FilterSelect
            name="language"
            label={t('applicants.columns.language')}
            values={[filter.language]}
            options={languages.map((value) => ({ value, label: languageName(value, language) }))}
          />
          <FilterSelect
            name="team"
            label={t('applicants.columns.team')}
            values={[filter.team]}
            options={(['team', 'alone'] as const).map((value) => ({ value, label: t(`applicants.teams.${value}`) }))}
          />
          <FilterSelect
            name="letters"
            label={t('applicants.columns.letters')}
            values={[filter.letters]}
            options={(['waiting', 'come', 'none'] as const).map((value) => ({
              value,
              label: t(`applicants.lettersAre.${value}`),
            }))}
          />
          <div>
            <label htmlFor="sort">{t('applicants.sort')}</label>
            <select id="sort" name="sort" defaultValue={order}>
              {ORDERS.map((value) => (
                <option key={value} value={value}>
                  {t(`applicants.orders.${value}`)}
                </option>
              ))}
            </select>
          </div>
        </div>
        <ApplicationsColumns {...shown} />
        <p>
          <button>{t('organize.show')}</button>
        </p>
      </details>
    </form>
  )
}
