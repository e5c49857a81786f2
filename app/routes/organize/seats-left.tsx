import { useDesk } from './desk.ts'
import type { OfferedQuota, OfferedTicketType } from '#app/registrations/offer/queries.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'

export function TicketCounts({ ticketTypes }: { ticketTypes: OfferedTicketType[] }) {
  const { slug } = useDesk()
  const { t, path } = usePage()
  return (
    <Leaf id="by-ticket" title={t('organize.byTicket')}>
      {ticketTypes.length === 0 ? (
        <Empty title={t('organize.noTickets')}>
          <p>{t('organize.noTicketsWhy')}</p>
          <p>
            <a href={path(`/organize/${slug}/tickets/new`)}>{t('organize.addTicket')}</a>
          </p>
        </Empty>
      ) : (
        <div className="scroll" role="group" aria-labelledby="by-ticket" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('organize.ticket')}</th>
                <th scope="col" className="num">
                  {t('organize.registered')}
                </th>
                <th scope="col" className="num">
                  {t('organize.held')}
                </th>
                <th scope="col">{t('organize.statusHead')}</th>
              </tr>
            </thead>
            <tbody>
              {ticketTypes.map((type) => (
                <tr key={type.id}>
                  <th scope="row">
                    <a href={path(`/organize/${slug}/tickets/${type.id}`)} lang={type.textLanguage}>
                      <bdi>{type.name}</bdi>
                    </a>
                  </th>
                  <td className="num">{type.confirmed}</td>
                  <td className="num">{type.held}</td>
                  <td>
                    {type.isClosed ? t('organize.closed') : type.isHidden ? t('organize.hidden') : t('organize.open')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Leaf>
  )
}

export function SeatsLeft({ quotas }: { quotas: OfferedQuota[] }) {
  const { slug } = useDesk()
  const { t, path } = usePage()
  if (quotas.length === 0) return null
  return (
    <Leaf id="by-quota" title={t('organize.byQuota')}>
      <div className="scroll" role="group" aria-labelledby="by-quota" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('organize.quota')}</th>
              <th scope="col" className="num">
                {t('organize.taken')}
              </th>
              <th scope="col" className="num">
                {t('organize.size')}
              </th>
              <th scope="col" className="bar">
                <span className="vh">{t('organize.shareTaken')}</span>
              </th>
              <th scope="col" className="num">
                {t('organize.left')}
              </th>
            </tr>
          </thead>
          <tbody>
            {quotas.map((quota) => (
              <tr key={quota.id}>
                <th scope="row">
                  <a href={path(`/organize/${slug}/seats/${quota.id}`)}>
                    <bdi>{quota.name}</bdi>
                  </a>
                </th>
                <td className="num">{quota.taken}</td>
                <td className="num">{quota.size}</td>
                <td className="bar">
                  <meter aria-hidden="true" max={Math.max(1, quota.size)} value={Math.min(quota.taken, quota.size)} />
                </td>
                <td className="num">
                  {quota.taken > quota.size
                    ? t('organize.over', { count: quota.taken - quota.size })
                    : quota.size - quota.taken}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Leaf>
  )
}
