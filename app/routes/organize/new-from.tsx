import { Leaf } from '#app/ui/leaf.tsx'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { formatDays } from '#app/values/dates.ts'
import type { SeriesMark } from '#app/events/event-view.ts'

interface Original {
  id: string
  slug: string
  title: string
  titleLanguage: string
  startsOn: string
  endsOn: string
  mark: SeriesMark
}

/** What a new event can be made from instead of from nothing. */
export function NewFrom({ templates, editions }: { templates: Original[]; editions: Original[] }) {
  const { t, language, path } = usePage()
  if (templates.length + editions.length === 0) return null
  return (
    <Leaf id="from" title={t('author.new.from')} isWide>
      {templates.length > 0 && (
        <>
          <h3>{t('author.new.fromTemplate')}</h3>
          <Originals originals={templates} />
          <p>
            <a href={path('/organize/templates')}>{t('author.template.list')}</a>
          </p>
        </>
      )}
      {editions.length > 0 && (
        <>
          <h3>{t('author.new.fromEdition')}</h3>
          <Originals originals={editions} detail={(one) => formatDays(one.startsOn, one.endsOn, language)} />
          <p>
            <a href={path('/organize')}>{t('author.new.others')}</a>
          </p>
        </>
      )}
      <h3>{t('author.new.fromNothing')}</h3>
      <p className="hint">{t('author.new.fromNothingLead')}</p>
    </Leaf>
  )
}

function Originals({ originals, detail }: { originals: Original[]; detail?: (one: Original) => string }) {
  const { path } = usePage()
  return (
    <ul>
      {originals.map((one) => (
        <li key={one.id} data-series={seriesOf(one.mark)}>
          <a href={path(`/organize/${one.slug}/clone`)} lang={one.titleLanguage}>
            <bdi>{one.title}</bdi>
          </a>
          {detail && <small> {detail(one)}</small>}
        </li>
      ))}
    </ul>
  )
}
