import { useDesk } from './desk.ts'
import type { SeatsData } from './seats.tsx'
import { isolate } from '#app/ui/isolate.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoment } from '#app/values/dates.ts'

/** Each ticket: can it be bought now, and if not, every reason. */
export function SeatsTickets({ tickets }: Pick<SeatsData, 'tickets'>) {
  const { slug, zone, rights } = useDesk()
  const { t, path, language } = usePage()
  if (tickets.length === 0) return null
  return (
    <Leaf id="tickets" title={t('registrant.seats.tickets')} isWide>
      <ScrollTable labelledBy="tickets">
        <thead>
          <tr>
            <th scope="col">{t('organize.ticket')}</th>
            <th scope="col">{t('registrant.seats.now')}</th>
          </tr>
        </thead>
        <tbody>
          {tickets.map(({ id, name, textLanguage, why }) => (
            <tr key={id}>
              <th scope="row" lang={textLanguage}>
                {rights.includes('organize') ? (
                  <a href={path(`/organize/${slug}/tickets/${id}`)}>
                    <bdi>{name}</bdi>
                  </a>
                ) : (
                  <bdi>{name}</bdi>
                )}
              </th>
              <td>
                {why.length === 0 ? (
                  <Tag is="ok">{t('registrant.seats.onSale')}</Tag>
                ) : (
                  <ul role="list">
                    {why.map(({ code, at, name: pool }) => (
                      <li key={`${code} ${pool}`}>
                        {t(`registrant.seats.why.${code}`, {
                          when: at ? formatMoment(at, zone, language) : '',
                          name: isolate(pool ?? ''),
                        })}
                      </li>
                    ))}
                  </ul>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </Leaf>
  )
}
