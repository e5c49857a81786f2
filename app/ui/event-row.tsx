import type { CatalogueRow } from '#app/events/catalogue/row.ts'
import { languageName } from '#app/values/dates.ts'
import { count as number } from './event/words.ts'
import { foreign } from './foreign.ts'
import { placeLine } from './place.ts'
import { Seats } from './seats.tsx'
import { seriesOf } from './series-mark.ts'
import { Slab } from './slab.tsx'
import { statusWords } from './status-words.ts'
import { Tag } from './tag.tsx'
import { usePage } from './use-page.ts'

/** An event in a list: the whole row is its link. `year` stands over it already. */
export function EventRow({ event, year }: { event: CatalogueRow; year?: string | undefined }) {
  const { t, language, path, now } = usePage()
  const { status, seats } = event
  const { tag, lines, hasMeter } = statusWords(event, t, language, now)
  const place = placeLine(event, t, language)
  return (
    <li className="event" data-series={seriesOf(event.series.mark)}>
      <Slab
        startsOn={event.startsOn}
        endsOn={event.endsOn}
        isOpen={IS_SOLID.has(status.kind)}
        isStruck={status.kind === 'postponed'}
        year={year}
      />
      <div>
        <p className="kind">{event.isSample ? `${event.kind} · ${t('common.sample')}` : event.kind}</p>
        <h3>
          <a href={path(`/events/${event.slug}`)} {...foreign(event.language, language)}>
            {event.title}
          </a>
        </h3>
        {place && <p>{place}</p>}
        {event.languages.length > 0 && (
          <p className="mute">
            {event.languages.map((code) => languageName(code, language)).join(t('common.listSeparator'))}
          </p>
        )}
      </div>
      <div>
        {tag && (
          <p>
            <Tag is={tag.is}>{tag.text}</Tag>
          </p>
        )}
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {hasMeter && seats && <Seats size={seats.size} taken={seats.taken} />}
        {event.attendance !== null && <p className="mute">{attended(event.attendance)}</p>}
      </div>
    </li>
  )

  function attended(count: number): string {
    return t('catalogue.attended', { count, number: number(count, language) })
  }
}

/** Solid while one can come in, or could until it was full; the rest is an outline. */
const IS_SOLID = new Set(['open', 'application', 'full', 'closed', 'invitation'])
