import { foreign } from '../foreign.ts'
import { placeLine } from '../place.ts'
import { seriesOf } from '../series-mark.ts'
import { Slab } from '../slab.tsx'
import { usePage } from '../use-page.ts'
import type { CatalogueRow } from '#app/events/catalogue/row.ts'
import { formatDays } from '#app/values/dates.ts'
import { instantOf, offsetName } from '#app/values/moment.ts'

/** The first events of a calendar, each with its days and the zone of its times. */
export function FeedEvents({
  rows,
  total,
  list,
  isLatestFirst,
}: {
  rows: CatalogueRow[]
  total: number
  /** The address of the same events as a list. */
  list: string
  isLatestFirst: boolean
}) {
  const { t, path } = usePage()
  const count = rows.length
  return (
    <section className="leaf wide flow" aria-labelledby="contents">
      <h2 id="contents">{t('calendar.contents')}</h2>
      {total > count && <p>{t(isLatestFirst ? 'calendar.firstLatest' : 'calendar.first', { count, total })}</p>}
      <ul role="list" className="wide">
        {rows.map((row) => (
          <FeedEvent key={row.id} row={row} />
        ))}
      </ul>
      <p className="row after">
        <a href={path(list)}>{t('calendar.seeAll')}</a>
      </p>
    </section>
  )
}

function FeedEvent({ row }: { row: CatalogueRow }) {
  const { t, language, path } = usePage()
  const { startsOn, endsOn, zone, status } = row
  const days = formatDays(startsOn, endsOn, language)
  const off = status.kind === 'cancelled' || status.kind === 'postponed' ? status.kind : null
  return (
    <li className="event" data-series={seriesOf(row.series.mark)}>
      <Slab startsOn={startsOn} endsOn={endsOn} isOpen={off === null} isStruck={status.kind === 'postponed'} />
      <div>
        <h3>
          <a href={path(`/events/${row.slug}`)} {...foreign(row.language, language)}>
            {row.title}
          </a>
        </h3>
        <p>
          {off && <b>{`${t(`catalogue.${off}`)} · `}</b>}
          {status.kind === 'postponed' ? <s>{days}</s> : days}
          {startsOn.length === 10 && ` (${offsetName(instantOf(startsOn, '12:00', zone), zone)})`}
        </p>
        <p className="mute">{placeLine(row, t, language)}</p>
      </div>
    </li>
  )
}
