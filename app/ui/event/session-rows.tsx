import { usePage } from '../use-page.ts'
import { foreign } from '../foreign.ts'
import type { SessionView } from '#app/events/event-view.ts'
import { formatDay } from '#app/values/dates.ts'
import { type Instant, offsetName } from '#app/values/moment.ts'

/** Which clock the times below are on, and what “live” means. */
export function TimesNote({
  event,
  hasStreams,
}: {
  event: { city: string | null; zone: string; startsAt: Instant }
  hasStreams: boolean
}) {
  const { t } = usePage()
  const offset = offsetName(event.startsAt, event.zone)
  const zone = event.zone.replaceAll('_', ' ')
  return (
    <>
      {event.city
        ? t('event.programme.timesInCity', { city: event.city, offset })
        : t('event.programme.timesInZone', { offset, zone })}
      {hasStreams && ` ${t('event.programme.liveNote')}`}
    </>
  )
}

/** A day of a programme as rows of a table: when, what and who, where or live. */
export function SessionRows({ day, sessions }: { day: string; sessions: SessionView[] }) {
  const page = usePage()
  const { t, language } = page
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={3}>
          {formatDay(day, language, { weekday: true, year: false })}
        </th>
      </tr>
      {sessions.map((session) => (
        <tr key={session.id}>
          <td>{session.startsTime}</td>
          <td>
            <b {...(session.language ? foreign(session.language, page.language) : { dir: 'auto' })}>{session.title}</b>
            <People people={session.people} />
          </td>
          <td>{session.isStreamed && t('event.programme.live')}</td>
        </tr>
      ))}
    </tbody>
  )
}

/** Who takes part, with what they belong to; `hasRoles`: also as what, of those who do not just speak. */
export function People({
  people,
  hasRoles = false,
}: {
  people: (SessionView['people'][number] & { role?: string })[]
  hasRoles?: boolean
}) {
  const { t } = usePage()
  if (people.length === 0) return null
  return (
    <>
      <br />
      {people.map(({ fullName, affiliation, role }, at) => (
        <span key={at}>
          {at > 0 && (affiliation || people[at - 1]!.affiliation ? '; ' : t('common.listSeparator'))}
          <bdi>{fullName}</bdi>
          {hasRoles && role && role !== 'speaker' && ` (${t(`event.people.roles.${role as 'chair'}`)})`}
          {affiliation && (
            <>
              {t('common.listSeparator')}
              <bdi>{affiliation}</bdi>
            </>
          )}
        </span>
      ))}
    </>
  )
}
