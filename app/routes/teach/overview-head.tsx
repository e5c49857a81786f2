import type { readOverview } from './overview-reading.server.ts'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { countryName, formatDays } from '#app/values/dates.ts'

type Read = Awaited<ReturnType<typeof readOverview>>

/** What, when and where, which tracks are the reader's, and whether it is held at all. */
export function OverviewHead({ event, tracks }: Pick<Read, 'event' | 'tracks'>) {
  const { t, language, now } = usePage()
  const where = [event.venue, event.city, event.country && countryName(event.country, language)].filter(Boolean)
  return (
    <>
      <div className="row">
        <div>
          <h1>
            <bdi>{event.title}</bdi>
          </h1>
          <p className="mute">
            {formatDays(event.startsOn, event.endsOn, language)}
            {' · '}
            {event.format === 'online' ? t('teach.online') : <bdi>{where.join(t('common.listSeparator'))}</bdi>}
          </p>
          {tracks.own.map(({ id, code, title }) => (
            <p key={id} className="kind">
              <bdi>{code}</bdi>: <bdi>{title}</bdi>
            </p>
          ))}
        </div>
      </div>
      {event.status === 'cancelled' ? (
        <Note is="warn">
          <p>{t('workshop.cancelled')}</p>
        </Note>
      ) : event.postponedAt !== null ? (
        <Note is="warn">
          <p>{t('workshop.postponed')}</p>
        </Note>
      ) : (
        event.endsAt <= now && (
          <Note>
            <p>{t('workshop.over')}</p>
          </Note>
        )
      )}
    </>
  )
}
