import type { readOverview } from './overview-reading.server.ts'
import { usePage } from '#app/ui/use-page.ts'

type Read = Awaited<ReturnType<typeof readOverview>>

/** The others who teach, with the addresses of those who have a role here, and how to reach who organizes. */
export function OverviewFellows({
  event,
  fellows,
  tracks,
}: Pick<Read, 'event' | 'fellows'> & { tracks: Read['tracks']['all'] }) {
  const { t } = usePage()
  const tracksOf = (ids: string[] | 'all') =>
    ids === 'all'
      ? t('workshop.everyTrack')
      : tracks
          .filter(({ id }) => ids.includes(id))
          .map(({ code }) => code)
          .join(t('common.listSeparator'))
  return (
    <section className="flow" aria-labelledby="fellows">
      <h2 id="fellows">{t('workshop.fellows')}</h2>
      {fellows.length === 0 && <p className="mute">{t('workshop.noFellows')}</p>}
      <ul role="list">
        {fellows.map(({ name, email, trackIds }) => (
          <li key={`${name}${email}`}>
            <bdi>{name}</bdi>{' '}
            <small>
              <bdi>{tracksOf(trackIds)}</bdi>
            </small>
            {email && (
              <>
                <br />
                <small>
                  <a href={`mailto:${email}`}>{email}</a>
                </small>
              </>
            )}
          </li>
        ))}
      </ul>
      {fellows.some(({ email }) => email === null) && <p className="hint">{t('workshop.inProgramme')}</p>}
      {event.contactEmail && (
        <p>
          <a href={`mailto:${event.contactEmail}`}>{t('workshop.toOrganizers')}</a>
        </p>
      )}
    </section>
  )
}
