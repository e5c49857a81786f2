import { Leaf } from '../leaf.tsx'
import { seriesOf, type SeriesMark } from '../series-mark.ts'
import { usePage } from '../use-page.ts'
import { countryName } from '#app/values/dates.ts'

interface Named {
  slug: string
  name: string
}

/** Calendars that many want, each a link to its own page. */
export function ReadyMade({
  series,
  hosts,
  countries,
}: {
  series: (Named & { mark: SeriesMark })[]
  hosts: Named[]
  countries: string[]
}) {
  const { t, language, path } = usePage()
  const named = countries
    .map((slug) => ({ slug, name: countryName(slug, language) }))
    .toSorted((one, other) => one.name.localeCompare(other.name, language))
  return (
    <Leaf id="ready" title={t('calendar.ready')} isPrinted={false}>
      <p>{t('calendar.readyText')}</p>
      <p className="row">
        <a href={path('/calendar?when=all')}>{t('calendar.all')}</a>
      </p>
      <div className="cols">
        <Group title={t('calendar.bySeries')} filter="series" of={series} />
        <Group title={t('calendar.byCountry')} filter="country" of={named} />
        <Group title={t('calendar.byHost')} filter="host" of={hosts} />
      </div>
    </Leaf>
  )
}

function Group({ title, filter, of }: { title: string; filter: string; of: (Named & { mark?: SeriesMark })[] }) {
  const { path } = usePage()
  if (of.length === 0) return null
  return (
    <div>
      <h3>{title}</h3>
      <ul role="list">
        {of.map(({ slug, name, mark }) => (
          <li key={slug} data-series={mark && seriesOf(mark)}>
            <a href={path(`/calendar?${filter}=${slug}`)}>
              {mark && <span className="kind" />}
              <bdi>{name}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
