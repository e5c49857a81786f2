import { useDesk } from './desk.ts'
import type { FoundBroadcast } from '#app/broadcasts/queries.server.ts'
import { Kpis } from '#app/ui/kpis.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoment } from '#app/values/dates.ts'

type Shown = Pick<
  FoundBroadcast,
  'id' | 'kind' | 'state' | 'messages' | 'recipients' | 'startedAt' | 'endedAt' | 'expected' | 'reached'
>

/** How far a message is that was sent off. */
export function MessageProgress({ broadcast }: { broadcast: Shown }) {
  const { slug, zone } = useDesk()
  const { t, path, language } = usePage()
  const { id, messages, recipients, startedAt, endedAt, expected, state } = broadcast
  const found = recipients.waiting + recipients.stored
  const isFixing = state === 'sending' && broadcast.reached !== 'end'
  const at = (list: string, more = '') => path(`/organize/${slug}/messages/${id}/recipients?list=${list}${more}`)
  return (
    <Leaf id="progress" title={t('broadcast.one.progress')} isWide>
      <Kpis
        items={[
          { label: t('broadcast.one.recipientsCount'), value: <a href={at('recipients')}>{found}</a> },
          { label: t('broadcast.one.sent'), value: messages.sent },
          { label: t('broadcast.one.waiting'), value: recipients.waiting + messages.waiting + messages.sending },
          { label: t('broadcast.one.bounced'), value: messages.undeliverable },
          { label: t('broadcast.one.leftOut'), value: <a href={at('left-out')}>{recipients['left-out']}</a> },
        ]}
      />
      {found > 0 && <meter aria-hidden="true" max={found} value={messages.sent} />}
      <p className="mute">
        {startedAt && t('broadcast.one.begun', { when: formatMoment(startedAt, zone, language) })}{' '}
        {endedAt && t('broadcast.one.ended', { when: formatMoment(endedAt, zone, language) })}{' '}
        {isFixing && t('broadcast.one.fixing')}
      </p>
      {!isFixing && expected !== null && expected !== found && (
        <p>{t('broadcast.one.difference', { expected, found })}</p>
      )}
    </Leaf>
  )
}
