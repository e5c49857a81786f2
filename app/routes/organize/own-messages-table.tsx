import { useDesk } from './desk.ts'
import { OWN_KINDS, type OwnKind } from '#app/broadcasts/own/own-kinds.ts'
import type { BroadcastRow } from '#app/broadcasts/queries.server.ts'
import { Moment } from '#app/ui/moment.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** What the event writes by itself: each message with when it goes out, on or off. */
export function OwnMessagesTable({ rows, labelledBy }: { rows: BroadcastRow[]; labelledBy: string }) {
  const { slug, zone } = useDesk()
  const { t, path } = usePage()
  return (
    <ScrollTable labelledBy={labelledBy}>
      <thead>
        <tr>
          <th scope="col">{t('broadcast.own.message')}</th>
          <th scope="col">{t('broadcast.own.state')}</th>
          <th scope="col">{t('broadcast.own.when')}</th>
          <th scope="col" className="num more">
            {t('broadcast.own.sent')}
          </th>
        </tr>
      </thead>
      <tbody>
        {OWN_KINDS.map((kind) => {
          const row = rows.find((one) => one.kind === kind)
          return (
            <tr key={kind}>
              <th scope="row">
                <a href={path(`/organize/${slug}/messages/own/${kind}`)}>{t(`broadcast.own.kinds.${kind}`)}</a>
                <br />
                <small>{t(`broadcast.own.what.${kind}`)}</small>
              </th>
              <td>
                <OwnState row={row} kind={kind} />
              </td>
              <td>
                {kind === 'confirmation' ? (
                  t('broadcast.own.withOrder')
                ) : row?.sendAt ? (
                  <Moment at={row.sendAt} zone={zone} />
                ) : (
                  '–'
                )}
              </td>
              <td className="num more">
                {row && row.messages.sent > 0 ? (
                  <a href={path(`/organize/${slug}/messages/${row.id}/recipients`)}>{row.messages.sent}</a>
                ) : (
                  '–'
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </ScrollTable>
  )
}

function OwnState({ row, kind }: { row: BroadcastRow | undefined; kind: OwnKind }) {
  const { t } = usePage()
  if (!row || row.state === 'draft' || row.state === 'cancelled') return <Tag is="off">{t('broadcast.own.off')}</Tag>
  if (row.state === 'done') return <Tag is="ok">{t('broadcast.own.isSent')}</Tag>
  if (row.state === 'sending' || row.state === 'paused')
    return <Tag is="wait">{t(row.state === 'paused' ? 'broadcast.states.paused' : 'broadcast.own.isSending')}</Tag>
  if (kind !== 'confirmation' && row.sendAt === null) return <Tag is="off">{t('broadcast.own.isMissed')}</Tag>
  return <Tag is="ok">{t('broadcast.own.on')}</Tag>
}
