import { useDesk } from './desk.ts'
import { MadeUp } from './made-up.tsx'
import type { QuotaUse } from '#app/registrations/offer/quota-use.server.ts'
import type { OfferedQuota, OfferedTicketType } from '#app/registrations/offer/queries.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** The pools of seats with what is taken and which ticket types use them. */
export function QuotaTable({
  ticketTypes,
  quotas,
  uses,
}: {
  ticketTypes: OfferedTicketType[]
  quotas: OfferedQuota[]
  uses: Record<string, QuotaUse>
}) {
  const { slug } = useDesk()
  const { t, path } = usePage()
  return (
    <Leaf id="seats" title={t('organize.seats')}>
      {quotas.length === 0 ? (
        <Empty title={t('organize.noQuotas')}>
          <p>{t('organize.noQuotasWhy')}</p>
        </Empty>
      ) : (
        <ScrollTable labelledBy="seats">
          <thead>
            <tr>
              <th scope="col">{t('organize.quota')}</th>
              <th scope="col" className="num">
                {t('organize.taken')}
              </th>
              <th scope="col" className="num">
                {t('organize.size')}
              </th>
              <th scope="col" className="more">
                {t('organize.usedBy')}
              </th>
              <th scope="col">
                <span className="vh">{t('organize.remove')}</span>
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
                <td className="num">
                  {quota.taken}
                  <MadeUp use={uses[quota.id]} />
                </td>
                <td className="num">
                  {quota.size}
                  {quota.overBy > 0 && (
                    <>
                      <br />
                      <small>{t('offer.overBySeats', { count: quota.overBy })}</small>
                    </>
                  )}
                  {quota.waiting > 0 && (
                    <>
                      <br />
                      <small>{t('offer.waitingFor', { count: quota.waiting })}</small>
                    </>
                  )}
                </td>
                <td className="more">
                  {ticketTypes
                    .filter(({ id }) => quota.ticketTypeIds.includes(id))
                    .map(({ id, code }, at) => (
                      <span key={id}>
                        {at > 0 && t('common.listSeparator')}
                        <bdi>{code}</bdi>
                      </span>
                    ))}
                </td>
                <td>
                  {quota.taken === 0 && quota.ticketTypeIds.length === 0 && (
                    <a href={path(`/organize/${slug}/seats/${quota.id}/remove`)}>
                      {t('organize.remove')}
                      <span className="vh"> {quota.name}</span>
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
