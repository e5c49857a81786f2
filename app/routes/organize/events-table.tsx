import { StatusTag } from './status-tag.tsx'
import type { listReachedEvents } from '#app/participants/event-queries.server.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { countryName, formatDays } from '#app/values/dates.ts'

type Listed = Awaited<ReturnType<typeof listReachedEvents>>['events'][number]

export function EventsTable({ events }: { events: (Listed & { mayClone: boolean })[] }) {
  const { t, language, path } = usePage()
  return (
    <ScrollTable label={t('organize.myEvents')}>
      <thead>
        <tr>
          <th scope="col">{t('organize.event')}</th>
          <th scope="col">{t('organize.dates')}</th>
          <th scope="col" className="more">
            {t('organize.place')}
          </th>
          <th scope="col" className="num more">
            {t('organize.registered')}
          </th>
          <th scope="col" className="num more">
            {t('organize.waitingForPayment')}
          </th>
          <th scope="col">{t('organize.statusHead')}</th>
          <th scope="col" className="more">
            <span className="vh">{t('author.list.next')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.id} data-series={seriesOf(event.mark)}>
            <th scope="row">
              <span className="check">
                <span className="mark" />{' '}
                <a href={path(`/organize/${event.slug}`)} lang={event.titleLanguage}>
                  <bdi>{event.title}</bdi>
                </a>
              </span>
            </th>
            <td>{formatDays(event.startsOn, event.endsOn, language)}</td>
            <td className="more">
              {event.format === 'online' ? (
                t('organize.online')
              ) : (
                <>
                  <bdi>{event.city}</bdi>
                  <br />
                  <small>{event.country && countryName(event.country, language)}</small>
                </>
              )}
            </td>
            <td className="num more">{event.confirmed}</td>
            <td className="num more">{event.held}</td>
            <td>
              <StatusTag status={event.status} endsAt={event.endsAt} postponedAt={event.postponedAt} />
            </td>
            <td className="more">
              {event.mayClone && (
                <a href={path(`/organize/${event.slug}/clone`)}>
                  {t('author.list.next')}
                  <span className="vh">: {event.title}</span>
                </a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}
