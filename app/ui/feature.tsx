import type { CatalogueRow } from '#app/events/catalogue/row.ts'
import { foreign } from './foreign.ts'
import { placeLine } from './place.ts'
import { seriesOf } from './series-mark.ts'
import { Slab } from './slab.tsx'
import { statusWords } from './status-words.ts'
import { Topology } from './topology.tsx'
import { usePage } from './use-page.ts'

/** The poster of the one event that comes first. */
export function Feature({ event }: { event: CatalogueRow }) {
  const { t, language, path, now } = usePage()
  const { mark } = event.series
  const { tag, lines } = statusWords(event, t, language, now)
  const own = foreign(event.language, language)
  const place = [event.venue, placeLine(event, t, language)].filter(Boolean).join(t('common.listSeparator'))
  const isOpen = event.status.kind === 'open'
  const next = isOpen ? '/register' : event.status.kind === 'application' ? '/apply' : ''
  const action = isOpen ? 'catalogue.register' : next ? 'catalogue.apply' : 'catalogue.see'
  return (
    <article className="feature poster split" data-series={seriesOf(mark)}>
      <Topology mark={mark} />
      <Slab startsOn={event.startsOn} endsOn={event.endsOn} />
      <div className="flow">
        <p className="kind">{event.isSample ? `${event.kind} · ${t('common.sample')}` : event.kind}</p>
        <h2>
          <a href={path(`/events/${event.slug}`)} {...own}>
            {event.title}
          </a>
        </h2>
        <p className="lead" {...own}>
          {event.summary}
        </p>
        <p>{place}</p>
        <p className="row">
          <a className="btn go" href={path(`/events/${event.slug}${next}`)}>
            {t(action)}
            <span className="vh">{t('catalogue.registerFor', { title: event.title })}</span>
          </a>{' '}
          <span>{[...(isOpen || !tag ? [] : [tag.text]), ...lines].join(' · ')}</span>
        </p>
      </div>
    </article>
  )
}
