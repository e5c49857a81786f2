import { type CatalogueFilters, filterPairs, isFiltered } from './filters.ts'
import type { Key, Translate } from '#app/locales/translate.ts'
import { countryName, formatDay, languageName } from '#app/values/dates.ts'

export interface FilterNames {
  series: { slug: string; shortName: string }[]
  topicNames: Record<string, string>
  hosts?: { slug: string; name: string }[]
}

/** What a value of a filter is called. */
export function nameOfValue(
  name: string,
  value: string,
  { series, topicNames, hosts = [] }: FilterNames,
  t: Translate,
  language: string,
): string {
  switch (name) {
    case 'q':
      return `“${value}”`
    case 'series':
      return series.find(({ slug }) => slug === value)?.shortName ?? value
    case 'country':
      return countryName(value, language)
    case 'topic':
      return topicNames[value] ?? value
    case 'language':
      return languageName(value, language)
    case 'host':
      return hosts.find(({ slug }) => slug === value)?.name ?? value
    case 'format':
    case 'level':
      return t(`catalogue.${value as 'online'}`)
    case 'from':
    case 'to':
      return `${t(`catalogue.${name}`)} ${formatDay(value, language)}`
    case 'price':
      return t('catalogue.freeOfCharge')
    default:
      return t('catalogue.scholarshipOpen')
  }
}

/** What stands before the values; the others say by themselves what they are. */
const LABELS: Record<string, Key> = {
  q: 'calendar.words',
  series: 'catalogue.series',
  country: 'catalogue.country',
  topic: 'catalogue.topic',
  language: 'catalogue.language',
  format: 'catalogue.format',
  level: 'catalogue.level',
  host: 'calendar.host',
}

/**
 * What a calendar of these filters is called: `Upcoming events · Series: NTW or INET · Taught in: French`. Labels and
 * values, because no grammar joins any country, language and topic to a sentence.
 */
export function nameFilters(filters: CatalogueFilters, names: FilterNames, t: Translate, language: string): string {
  const bases = {
    upcoming: isFiltered(filters) ? 'calendar.comingChosen' : 'calendar.coming',
    past: 'catalogue.pastEvents',
    all: 'calendar.all',
  } as const
  const choices = new Intl.ListFormat(language, { type: 'disjunction' })
  const pairs = filterPairs({ ...filters, when: 'upcoming', page: 1 })
  const parts = [...Map.groupBy(pairs, ([name]) => name)].map(([name, of]) => {
    const values = choices.format(of.map(([, value]) => nameOfValue(name, value, names, t, language)))
    const label = LABELS[name]
    return label ? t('calendar.named', { label: t(label), values }) : values
  })
  return [t(bases[filters.when]), ...parts].join(' · ')
}
