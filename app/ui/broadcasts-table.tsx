import { BroadcastTag } from './broadcast-tag.tsx'
import { Moment } from './moment.tsx'
import { ScrollTable } from './scroll-table.tsx'
import { usePage } from './use-page.ts'
import type { BroadcastRow } from '#app/broadcasts/queries.server.ts'

interface Props {
  rows: BroadcastRow[]
  /** The heading that names the table. */
  labelledBy: string
  zone: string
  /** Before a message's id in its address. */
  base: string
}

/** Messages that somebody wrote, with what became of them. */
export function BroadcastsTable({ rows, labelledBy, zone, base }: Props) {
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
                <a href={path(`${base}/${id}`)}>
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
