import { useDesk } from './desk.ts'
import { templateName } from './template-name.ts'
import { isKey } from '#app/locales/translate.ts'
import { HELD_BACK } from '#app/mail/held-back.ts'
import type { OutboxFilter, OutboxRow } from '#app/mail/outbox-of-event.server.ts'
import { Moment } from '#app/ui/moment.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** Mails that have not arrived: to whom, what the server said, and what can be done about it. */
export function OutboxTable({
  rows,
  state,
  labelledBy,
}: {
  rows: OutboxRow[]
  state: OutboxFilter['state']
  labelledBy: string
}) {
  const { zone } = useDesk()
  const { t } = usePage()
  return (
    <ScrollTable labelledBy={labelledBy}>
      <thead>
        <tr>
          <th scope="col">{t('broadcast.box.recipient')}</th>
          <th scope="col">{t('broadcast.box.message')}</th>
          <th scope="col">{t('broadcast.box.said')}</th>
          <th scope="col" className="num more">
            {t('broadcast.box.tries')}
          </th>
          <th scope="col" className="more">
            {t('broadcast.box.stored')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <bdi>{row.recipientName || row.recipientEmail || '–'}</bdi>
              <br />
              <small>
                <bdi>{row.recipientEmail}</bdi>
              </small>
            </th>
            <td>{templateName(row.template, t)}</td>
            <td>
              <Said row={row} />
              {state === 'undeliverable' && <WhatToDo row={row} />}
            </td>
            <td className="num more">{row.attempts}</td>
            <td className="more">
              <Moment at={row.createdAt} zone={zone} />
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}

function Said({ row }: { row: OutboxRow }) {
  const { t } = usePage()
  if (row.dueAt === HELD_BACK) return t('broadcast.box.held')
  const key = `broadcast.box.why.${row.lastError}`
  if (isKey(key)) return t(key)
  return (
    <bdi lang="en" dir="ltr">
      {row.lastError ?? '–'}
    </bdi>
  )
}

function WhatToDo({ row }: { row: OutboxRow }) {
  const { slug } = useDesk()
  const { t, path } = usePage()
  return (
    <form className="row" method="post" action={path(`/organize/${slug}/messages/outbox/again`)}>
      <input type="hidden" name="message" value={row.id} />
      <button className="plain">
        {t('broadcast.box.again')}
        <span className="vh"> {row.recipientName}</span>
      </button>
      {row.registrationId && (
        <a href={path(`/organize/${slug}/registrations/${row.registrationId}`)}>
          {t('broadcast.box.address')}
          <span className="vh"> {row.recipientName}</span>
        </a>
      )}
    </form>
  )
}
