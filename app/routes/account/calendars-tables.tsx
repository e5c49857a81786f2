import type { CalendarClient } from '#app/calendar/feeds/calendar-client.ts'
import { Moment } from '#app/ui/moment.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

interface Feed {
  id: string
  name: string
  hasSessions: boolean
  hasDeadlines: boolean
  hasWork: boolean
  createdAt: string
  revokedAt: string | null
  fetchedAt: string | null
  client: CalendarClient | null
}

/** One's calendars with what is in each, when it was last fetched and by what, and what can be done about it. */
export function CalendarsInUse({ feeds }: { feeds: Feed[] }) {
  const { t, path } = usePage()
  return (
    <ScrollTable labelledBy="in-use">
      <thead>
        <tr>
          <th scope="col">{t('agenda.name')}</th>
          <th scope="col">{t('agenda.fetched')}</th>
          <th scope="col" className="more">
            {t('agenda.madeOn')}
          </th>
          <th scope="col">
            <span className="vh">{t('agenda.renew')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {feeds.map((feed) => (
          <tr key={feed.id}>
            <th scope="row">
              <bdi className="any">{feed.name}</bdi>
              <br />
              <small>
                <Contents feed={feed} />
              </small>
            </th>
            <td>
              <Fetched feed={feed} />
            </td>
            <td className="more">
              <Moment at={feed.createdAt} zone="UTC" />
            </td>
            <td>
              <span className="row nowrap">
                <a
                  href={path(`/me/calendars/${feed.id}/renew`)}
                  aria-label={t('agenda.renewNamed', { name: feed.name })}
                >
                  {t('agenda.renew')}
                </a>
                <a
                  href={path(`/me/calendars/${feed.id}/revoke`)}
                  aria-label={t('agenda.revokeNamed', { name: feed.name })}
                >
                  {t('agenda.revoke')}
                </a>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}

function Contents({ feed }: { feed: Feed }) {
  const { t } = usePage()
  return [
    t(feed.hasSessions ? 'agenda.sessions' : 'agenda.events'),
    feed.hasDeadlines && t('agenda.deadlinesToo'),
    feed.hasWork && t('agenda.workToo'),
  ]
    .filter(Boolean)
    .join(t('common.listSeparator'))
}

function Fetched({ feed }: { feed: Feed }) {
  const { t } = usePage()
  if (feed.fetchedAt === null) return t('agenda.never')
  return (
    <>
      <Moment at={feed.fetchedAt} zone="UTC" />
      <br />
      <small>{t(`agenda.clients.${feed.client ?? 'other'}`)}</small>
    </>
  )
}

/** Those that were ended, by the names that they had. */
export function CalendarsEnded({ feeds }: { feeds: Feed[] }) {
  const { t } = usePage()
  return (
    <>
      <p>{t('agenda.endedLead')}</p>
      <ul>
        {feeds.map(({ id, name, revokedAt }) => (
          <li key={id}>
            <bdi>{name}</bdi>
            {t('common.listSeparator')}
            <Moment at={revokedAt ?? ''} zone="UTC" />
          </li>
        ))}
      </ul>
    </>
  )
}
