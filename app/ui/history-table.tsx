import type { CatalogueRow } from '#app/events/catalogue/row.ts'
import type { Group } from '#app/events/catalogue/groups.ts'
import { slabOf } from '#app/values/dates.ts'
import { foreign } from './foreign.ts'
import { placeLine } from './place.ts'
import { Tag } from './tag.tsx'
import { usePage } from './use-page.ts'

/** What a series has been, year by year, with how well each edition is attested. */
export function HistoryTable({ years }: { years: Group<CatalogueRow>[] }) {
  const { t } = usePage()
  return (
    <table className="when">
      <thead className="vh">
        <tr>
          <th scope="col">{t('catalogue.date')}</th>
          <th scope="col">{t('catalogue.event')}</th>
          <th scope="col">{t('catalogue.sourcesColumn')}</th>
        </tr>
      </thead>
      {years.map(({ key, rows }) => (
        <tbody key={key}>
          <tr>
            <th scope="rowgroup" colSpan={3}>
              {key}
            </th>
          </tr>
          {rows.map((row) => (
            <HistoryRow key={row.id} event={row} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

function HistoryRow({ event }: { event: CatalogueRow }) {
  const { t, language, path } = usePage()
  const { month, days } = slabOf(event.startsOn, event.endsOn, language, event.firstOn.slice(0, 4))
  const isDay = event.startsOn.length === 10
  const place = placeLine(event, t, language)
  return (
    <tr>
      <td className="nowrap">
        <time dateTime={event.startsOn}>{isDay ? `${days} ${month}` : month}</time>
      </td>
      <td>
        <a href={path(`/events/${event.slug}`)} {...foreign(event.language, language)}>
          {event.title}
        </a>
        {event.status.kind === 'cancelled' && (
          <>
            {' '}
            <Tag is="bad">{t('catalogue.cancelled')}</Tag>
          </>
        )}
        {place && (
          <>
            <br />
            <small>{place}</small>
          </>
        )}
      </td>
      <td className="mute">{event.sourceCount > 0 && t('catalogue.sources', { count: event.sourceCount })}</td>
    </tr>
  )
}
