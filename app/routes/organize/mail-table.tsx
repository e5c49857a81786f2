import { useDesk } from './desk.ts'
import { isKey } from '#app/locales/translate.ts'
import type { MailStanding } from '#app/mail/mail-standing.server.ts'
import { Moment } from '#app/ui/moment.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { templateName } from './template-name.ts'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

type Row = MailStanding['templates'][number]

/** Always shown, so that an organizer sees what there is before the first was sent. */
const ALWAYS = ['order-confirmed', 'order-awaiting-payment', 'payment-reminder', 'ticket', 'questions-open']

/** Every kind of mail of the event with its rule, its counts and how it goes. */
export function MailTable({ standing, labelledBy }: { standing: MailStanding; labelledBy: string }) {
  const { slug, zone } = useDesk()
  const { t, path } = usePage()
  const known = new Map(standing.templates.map((row) => [row.template, row]))
  const names = [...ALWAYS, ...standing.templates.map(({ template }) => template)]
  return (
    <ScrollTable labelledBy={labelledBy}>
      <thead>
        <tr>
          <th scope="col">{t('broadcast.mail.message')}</th>
          <th scope="col" className="num more">
            {t('broadcast.list.sent')}
          </th>
          <th scope="col" className="num">
            {t('broadcast.list.waiting')}
          </th>
          <th scope="col" className="num">
            {t('broadcast.list.bounced')}
          </th>
          <th scope="col" className="more">
            {t('broadcast.mail.lastSent')}
          </th>
          <th scope="col">{t('broadcast.mail.state')}</th>
        </tr>
      </thead>
      <tbody>
        {[...new Set(names)].map((template) => {
          const row = known.get(template)
          const rule = `broadcast.rule.${template}`
          return (
            <tr key={template}>
              <th scope="row">
                {templateName(template, t)}
                {isKey(rule) && (
                  <>
                    <br />
                    <small>{t(rule)}</small>
                  </>
                )}
              </th>
              <td className="num more">{row?.counts.sent ?? 0}</td>
              <td className="num">{row ? row.counts.waiting + row.counts.sending : 0}</td>
              <td className="num">
                {row && row.counts.undeliverable > 0 ? (
                  <a href={path(`/organize/${slug}/messages/outbox?template=${template}`)}>
                    {row.counts.undeliverable}
                  </a>
                ) : (
                  0
                )}
              </td>
              <td className="more">
                {row?.lastSentAt ? <Moment at={row.lastSentAt} zone={zone} /> : t('broadcast.mail.never')}
              </td>
              <td>
                <StandingTag row={row} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </ScrollTable>
  )
}

function StandingTag({ row }: { row: Row | undefined }) {
  const { t } = usePage()
  if (!row) return <Tag is="off">{t('broadcast.mail.none')}</Tag>
  if (row.counts.undeliverable > 0) return <Tag is="bad">{t('broadcast.mail.refused')}</Tag>
  if (row.counts.waiting + row.counts.sending > 0) return <Tag is="wait">{t('broadcast.mail.waiting')}</Tag>
  if (row.counts.sent === 0) return <Tag is="off">{t('broadcast.mail.none')}</Tag>
  return <Tag is="ok">{t('broadcast.mail.flowing')}</Tag>
}
