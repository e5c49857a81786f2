import { useDesk } from './desk.ts'
import type { MailStanding } from '#app/mail/mail-standing.server.ts'
import { count } from '#app/ui/event/words.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'
import { wallClock } from '#app/values/moment.ts'

type Template = MailStanding['templates'][number]

const GROUPS = {
  confirmations: /^(order-confirmed|ticket|payment-received|refund-sent|seat-|late-payment)/,
  reminders: /^(order-awaiting|order-lapsed|payment-reminder|payer-link|claim-|proof-|questions-)/,
  waiting: /^waiting-list-/,
  news: /^(event-|programme-)/,
  broadcasts: /^broadcast/,
  team: /./,
}
const NAMES = Object.keys(GROUPS) as (keyof typeof GROUPS)[]

/** How the event's mail stands, by what it is about. */
export function OverviewMail({ mail }: { mail: MailStanding }) {
  const { slug, zone } = useDesk()
  const { t, language, path } = usePage()
  if (mail.templates.length === 0) return null
  const groups = Map.groupBy(mail.templates, ({ template }) => NAMES.find((name) => GROUPS[name].test(template))!)
  return (
    <Leaf id="mail" title={t('figures.mail')} isPrinted={false}>
      <ScrollTable labelledBy="mail">
        <thead>
          <tr>
            <th scope="col">{t('figures.message')}</th>
            <th scope="col" className="num more">
              {t('figures.sent')}
            </th>
            <th scope="col" className="num">
              {t('figures.stillWaiting')}
            </th>
            <th scope="col" className="num">
              {t('figures.bounced')}
            </th>
            <th scope="col" className="more">
              {t('figures.lastSent')}
            </th>
            <th scope="col">{t('organize.statusHead')}</th>
          </tr>
        </thead>
        <tbody>
          {NAMES.filter((name) => groups.has(name)).map((name) => {
            const { sent, waiting, bounced, lastSentAt } = sumOf(groups.get(name)!)
            return (
              <tr key={name}>
                <th scope="row">{t(`figures.mailGroups.${name}`)}</th>
                <td className="num more">{count(sent, language)}</td>
                <td className="num">{count(waiting, language)}</td>
                <td className="num">{count(bounced, language)}</td>
                <td className="more">{lastSentAt && formatDay(wallClock(lastSentAt, zone).day, language)}</td>
                <td>
                  <MailTag waiting={waiting} bounced={bounced} sent={sent} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </ScrollTable>
      <p>
        <a href={path(`/organize/${slug}/messages`)}>{t('figures.toMessages')}</a>
      </p>
    </Leaf>
  )
}

function MailTag({ waiting, bounced, sent }: { waiting: number; bounced: number; sent: number }) {
  const { t } = usePage()
  if (bounced > 0) return <Tag is="bad">{t('figures.mailBounced')}</Tag>
  if (waiting > 0) return <Tag is="wait">{t('figures.mailWaiting')}</Tag>
  return sent > 0 ? <Tag is="ok">{t('figures.mailFlowing')}</Tag> : <Tag is="off">{t('figures.mailNone')}</Tag>
}

function sumOf(templates: Template[]) {
  const sum = (of: (template: Template) => number) => templates.reduce((all, one) => all + of(one), 0)
  return {
    sent: sum(({ counts }) => counts.sent),
    waiting: sum(({ counts }) => counts.waiting + counts.sending),
    bounced: sum(({ counts }) => counts.undeliverable),
    lastSentAt: templates
      .map(({ lastSentAt }) => lastSentAt)
      .filter((at) => at !== null)
      .toSorted()
      .at(-1),
  }
}
