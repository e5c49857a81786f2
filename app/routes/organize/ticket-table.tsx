import { Prices } from './prices.tsx'
import { useDesk } from './desk.ts'
import type { OfferedQuota, OfferedTicketType } from '#app/registrations/offer/queries.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** The ticket types with their prices, the pools they draw on, and how many registered. */
export function TicketTable({ ticketTypes, quotas }: { ticketTypes: OfferedTicketType[]; quotas: OfferedQuota[] }) {
  const { slug } = useDesk()
  const { t, path } = usePage()
  return (
    <Leaf id="types" title={t('organize.ticketTypes')}>
      {ticketTypes.length === 0 ? (
        <Empty title={t('organize.noTickets')}>
          <p>{t('organize.noTicketsWhy')}</p>
        </Empty>
      ) : (
        <ScrollTable labelledBy="types">
          <thead>
            <tr>
              <th scope="col">{t('organize.ticket')}</th>
              <th scope="col">{t('organize.price')}</th>
              <th scope="col" className="more">
                {t('organize.drawsOn')}
              </th>
              <th scope="col" className="num more">
                {t('organize.registered')}
              </th>
              <th scope="col">{t('organize.statusHead')}</th>
              <th scope="col">
                <span className="vh">{t('organize.remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {ticketTypes.map((type) => (
              <tr key={type.id}>
                <th scope="row">
                  <a href={path(`/organize/${slug}/tickets/${type.id}`)} lang={type.textLanguage}>
                    <bdi>{type.name}</bdi>
                  </a>
                  <br />
                  <small>
                    <bdi>{type.code}</bdi>
                    {type.isAddon === 1 && ` · ${t('offer.addon')}`}
                    {type.eligibility !== 'none' && ` · ${t(`offer.eligibilities.${type.eligibility}`)}`}
                  </small>
                </th>
                <td>
                  <Prices steps={type.steps} />
                </td>
                <td className="more">
                  {type.quotaIds.length === 0
                    ? t('organize.noLimit')
                    : quotas
                        .filter(({ id }) => type.quotaIds.includes(id))
                        .map(({ id, name }) => (
                          <div key={id}>
                            <bdi>{name}</bdi>
                          </div>
                        ))}
                </td>
                <td className="num more">{type.confirmed + type.held}</td>
                <td>
                  {type.isClosed ? (
                    <Tag is="off">{t('organize.closed')}</Tag>
                  ) : type.isHidden ? (
                    <Tag is="wait">{t('organize.hidden')}</Tag>
                  ) : (
                    <Tag is="ok">{t('organize.open')}</Tag>
                  )}
                </td>
                <td>
                  {type.registrations === 0 && (
                    <a href={path(`/organize/${slug}/tickets/${type.id}/remove`)}>
                      {t('organize.remove')}
                      <span className="vh"> {type.name}</span>
                    </a>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
    </Leaf>
  )
}
