import type { DueItem } from '#app/participants/home/due-items.ts'
import type { listReachedEvents } from '#app/participants/event-queries.server.ts'
import type { listTaughtTracks } from '#app/participants/queries.server.ts'
import { DueTag } from './due-list.tsx'
import { seriesOf } from '#app/ui/series-mark.ts'
import { Slab } from '#app/ui/slab.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { countryName } from '#app/values/dates.ts'

type Reached = Awaited<ReturnType<typeof listReachedEvents>>['events'][number] & { due: DueItem[] }
type Track = Awaited<ReturnType<typeof listTaughtTracks>>[number]

/** So many things that are due stand beside a workshop; its own page has all. */
const DUE = 2

/** Workshops as rows: when, where, which tracks, and what is due next. */
export function WorkshopRows({ events, tracks }: { events: Reached[]; tracks: Track[] }) {
  const { t, language, path, now } = usePage()
  return (
    <ul role="list" className="wide">
      {events.map((event) => {
        const own = tracks.filter((track) => track.eventId === event.id)
        return (
          <li key={event.id} className="event" data-series={seriesOf(event.mark)}>
            <Slab
              startsOn={event.startsOn}
              endsOn={event.endsOn}
              isOpen={event.endsAt >= now}
              isStruck={event.postponedAt !== null}
            />
            <div>
              <h3>
                <a href={path(`/teach/${event.slug}`)} lang={event.titleLanguage}>
                  <bdi>{event.title}</bdi>
                </a>
              </h3>
              <p>
                {event.format === 'online' ? (
                  t('teach.online')
                ) : (
                  <>
                    <bdi>{event.city}</bdi>
                    {event.country && `, ${countryName(event.country, language)}`}
                  </>
                )}
              </p>
              {own.map((track) => (
                <p key={track.id} className="mute">
                  <bdi>{track.code}</bdi>: <bdi lang={track.language}>{track.title}</bdi>
                </p>
              ))}
              {event.due.slice(0, DUE).map((item) => (
                <p key={`${item.code}${item.at}`}>
                  <DueTag item={item} zone={event.zone} /> {t(`workshop.dueItems.${item.code}`, { count: item.count })}
                </p>
              ))}
            </div>
            <div>
              {event.status === 'cancelled' ? (
                <Tag is="bad">{t('teach.cancelled')}</Tag>
              ) : event.postponedAt !== null ? (
                <Tag is="wait">{t('catalogue.postponed')}</Tag>
              ) : own.length > 0 ? (
                <p className="mute">{t('teach.yourTracks', { count: own.length })}</p>
              ) : (
                <p>{t('teach.confirmed', { count: event.confirmed })}</p>
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
