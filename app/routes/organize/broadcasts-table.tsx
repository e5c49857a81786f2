import { BroadcastTag } from './broadcast-tag.tsx'
import { useDesk } from './desk.ts'
import type { BroadcastRow } from '#app/broadcasts/queries.server.ts'
import { Moment } from '#app/ui/moment.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** The messages that organizers wrote, with what became of them. */
export function BroadcastsTable({ rows, labelledBy }: { rows: BroadcastRow[]; labelledBy: string }) {
  const { slug, zone } = useDesk()
  const { t, path } = usePage()
  return (
    <ScrollTable labelledBy={labelledBy}>
      <thead>
        <tr>
          <th scope="col">{t('broadcast.list.name')}</th>
          <th scope="col">{t('broadcast.list.state')}</th>
          <th scope="col" className="more">
            {t('broadcast.list.when')}
          </th>
          <th scope="col" className="num">
            {t('broadcast.list.sent')}
          </th>
          <th scope="col" className="num more">
            {t('broadcast.list.waiting')}
          </th>
          <th scope="col" className="num more">
            {t('broadcast.list.bounced')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, state, sendAt, startedAt, messages }) => {
          const at = startedAt ?? sendAt
          return (
            <tr key={id}>
              <th scope="row">
                <a href={path(`/organize/${slug}/messages/${id}`)}>
                  <bdi>{name}</bdi>
                </a>
              </th>
              <td>
                <BroadcastTag state={state} />
              </td>
              <td className="more">{at === null ? '–' : <Moment at={at} zone={zone} />}</td>
              <td className="num">{messages.sent}</td>
              <td className="num more">{messages.waiting + messages.sending}</td>
              <td className="num more">{messages.undeliverable}</td>
            </tr>
          )
        })}
      </tbody>
    </ScrollTable>
  )
}
