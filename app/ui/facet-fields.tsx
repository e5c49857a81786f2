import type { ReactNode } from 'react'
import type { CatalogueFilters } from '#app/events/catalogue/filters.ts'
import { FORMATS, LEVELS } from '#app/events/catalogue/filters.ts'
import { countryName, languageName } from '#app/values/dates.ts'
import { remember } from '#app/values/remember.ts'
import { FacetChecks, type FacetValue } from './facet-checks.tsx'
import type { SeriesMark } from './series-mark.ts'
import { usePage } from './use-page.ts'

type Counts = { value: string; count: number }[]

export interface FacetsProps {
  filters: CatalogueFilters
  facets: Record<
    'series' | 'country' | 'topic' | 'language' | 'format' | 'level' | 'price' | 'scholarship' | 'when',
    Counts
  >
  series: { slug: string; mark: SeriesMark; shortName: string }[]
  topicNames: Record<string, string>
}

/** The boxes of every filter of the catalogue, with what each would give; `times` stands where time is chosen. */
export function FacetFields({ filters, facets, series, topicNames, times }: FacetsProps & { times: ReactNode }) {
  const { t, language } = usePage()
  const inOrder = (values: readonly string[], counts: Counts, labelOf: (value: string) => string) =>
    values.map((value) => ({ value, label: labelOf(value), count: countOf(counts, value) }))
  const byCount = (counts: Counts, chosen: string[], labelOf: (value: string) => string): FacetValue[] =>
    [...new Set([...counts.map(({ value }) => value), ...chosen])]
      .map((value) => ({ value, label: labelOf(value), count: countOf(counts, value) }))
      .toSorted((one, other) => other.count - one.count || inOrderOf(language).compare(one.label, other.label))
  return (
    <>
      <FacetChecks
        legend={t('catalogue.series')}
        name="series"
        more={t('catalogue.moreSeries')}
        chosen={filters.series}
        values={series.map(({ slug, mark, shortName }) => ({
          value: slug,
          label: shortName,
          mark,
          count: countOf(facets.series, slug),
        }))}
      />
      {times}
      <FacetChecks
        legend={t('catalogue.country')}
        name="country"
        more={t('catalogue.moreCountries')}
        chosen={filters.country}
        values={byCount(facets.country, filters.country, (code) => countryName(code, language))}
      />
      <FacetChecks
        legend={t('catalogue.language')}
        name="language"
        more={t('catalogue.moreLanguages')}
        chosen={filters.language}
        values={byCount(facets.language, filters.language, (code) => languageName(code, language))}
      />
      <FacetChecks
        legend={t('catalogue.topic')}
        name="topic"
        more={t('catalogue.moreTopics')}
        chosen={filters.topic}
        values={byCount(facets.topic, filters.topic, (slug) => topicNames[slug] ?? slug)}
      />
      <FacetChecks
        legend={t('catalogue.format')}
        name="format"
        chosen={filters.format}
        values={inOrder(FORMATS, facets.format, (value) => t(`catalogue.${value as (typeof FORMATS)[number]}`))}
      />
      <FacetChecks
        legend={t('catalogue.level')}
        name="level"
        chosen={filters.level}
        values={inOrder(LEVELS, facets.level, (value) => t(`catalogue.${value as (typeof LEVELS)[number]}`))}
      />
      <FacetChecks
        legend={t('catalogue.only')}
        chosen={[...(filters.isFree ? ['free'] : []), ...(filters.hasScholarship ? ['open'] : [])]}
        values={[
          {
            name: 'price',
            value: 'free',
            label: t('catalogue.freeOfCharge'),
            count: countOf(facets.price, 'free'),
          },
          {
            name: 'scholarship',
            value: 'open',
            label: t('catalogue.scholarshipOpen'),
            count: countOf(facets.scholarship, 'open'),
          },
        ]}
      />
    </>
  )
}

const inOrderOf = remember((language: string) => new Intl.Collator(language))

function countOf(counts: Counts, value: string): number {
  return counts.find((one) => one.value === value)?.count ?? 0
}
