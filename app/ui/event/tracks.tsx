import { Leaf } from '../leaf.tsx'
import { Seats } from '../seats.tsx'
import { usePage } from '../use-page.ts'
import { count } from './words.ts'
import { foreign } from '../foreign.ts'
import type { EventView, TrackView } from '#app/events/event-view.ts'
import { languageName } from '#app/values/dates.ts'

const TEACHERS = ['lead-instructor', 'instructor', 'assistant']

export function Tracks({ event }: { event: EventView }) {
  const { t } = usePage()
  const isChoice = event.admission === 'application' && event.tracks.length > 1
  return (
    <Leaf id="tracks" title={t(isChoice ? 'event.tracks.choose' : 'event.tracks.title')}>
      <ul role="list" className="wide">
        {event.tracks.map((track) => (
          <Track key={track.id} track={track} event={event} />
        ))}
      </ul>
    </Leaf>
  )
}

function Track({ track, event }: { track: TrackView; event: EventView }) {
  const page = usePage()
  const { t, language } = page
  const { text } = track
  const teachers = event.people.filter(({ trackId, role }) => trackId === track.id && TEACHERS.includes(role))
  const words = foreign(text.language, page.language)
  return (
    <li className="event">
      <p className="slab off">
        {`${t('event.tracks.track')} `}
        <b>
          <bdi>{track.code.replace(/^T(?=\d)/, '')}</bdi>
        </b>
      </p>
      <div>
        <p className="kind">
          {[languageName(track.language, language), track.level && t(`event.about.levels.${track.level}`)]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <h3>
          <bdi {...words}>{text.title}</bdi>
        </h3>
        {text.summary && (
          <p>
            <bdi {...words}>{text.summary}</bdi>
          </p>
        )}
        {text.prerequisites && (
          <p>
            {t('event.tracks.youNeed')} <span {...words}>{text.prerequisites}</span>
          </p>
        )}
        {teachers.length > 0 && (
          <p className="mute">
            {t('event.tracks.taughtBy')}{' '}
            {teachers.map(({ fullName }, at) => (
              <span key={at}>
                {at > 0 && t('common.listSeparator')}
                <bdi>{fullName}</bdi>
              </span>
            ))}
          </p>
        )}
      </div>
      {track.seats && <TrackSeats event={event} seats={track.seats} />}
    </li>
  )
}

function TrackSeats({ event, seats: { size, taken } }: { event: EventView; seats: { size: number; taken: number } }) {
  const { t, language } = usePage()
  const left = Math.max(0, size - taken)
  const shown = (value: number) => count(value, language)
  // Applying takes no seat, so a meter of seats would tell an applicant nothing.
  if (event.admission === 'application')
    return <div className="seats">{t('event.tracks.places', { count: size, shown: shown(size) })}</div>
  return (
    <Seats size={size} taken={taken}>
      {left === 0
        ? t('event.tracks.full', { count: size, shown: shown(size) })
        : t('event.tracks.seatsLeft', { count: left, shown: shown(left), size: shown(size) })}
    </Seats>
  )
}
