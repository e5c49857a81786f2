import { useDesk } from './desk.ts'
import { STATE_TAGS } from './registrations-words.ts'
import type { RegistrationData } from './registration.tsx'
import { isKey, type Translate } from '#app/locales/translate.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoment } from '#app/values/dates.ts'

/** What else concerns the person: sessions, the waiting list, mails, other registrations. What there is none of is left out. */
export function RegistrationAround({
  seat,
  changes,
  sessions,
  waiting,
  messages,
  others,
  ticketTypes,
}: RegistrationData) {
  const { slug, zone, rights } = useDesk()
  const { t, path, language } = usePage()
  const when = (at: string) => (
    <small>
      <time dateTime={at}>{formatMoment(at, zone, language)}</time>
    </small>
  )
  const open = changes.filter(({ state }) => state === 'open')
  const ticketOf = (id: string) => ticketTypes.find((type) => type.id === id)?.name ?? ''
  return (
    <>
      {open.length > 0 && (
        <Leaf id="changes" title={t('registrant.changes')}>
          <ul role="list">
            {open.map((change) => (
              <li key={change.id}>
                {t(`registrant.change.${change.kind}`)} <bdi>{ticketOf(change.toTicketTypeId)}</bdi>{' '}
                {when(change.createdAt)}
              </li>
            ))}
          </ul>
        </Leaf>
      )}
      {sessions.length > 0 && (
        <Leaf id="sessions" title={t('registrant.sessions')}>
          <ul role="list">
            {sessions.map(({ id, title, startsAt }) => (
              <li key={id}>
                <bdi>{title}</bdi> {when(startsAt)}
              </li>
            ))}
          </ul>
        </Leaf>
      )}
      {waiting.length > 0 && (
        <Leaf id="waiting" title={t('waiting.title')}>
          <ul role="list">
            {waiting.map(({ id, state, joinedAt }) => (
              <li key={id}>
                {rights.includes('organize') ? (
                  <a href={path(`/organize/${slug}/waiting/${id}`)}>{t(`waiting.desk.states.${state}`)}</a>
                ) : (
                  t(`waiting.desk.states.${state}`)
                )}{' '}
                {when(joinedAt)}
              </li>
            ))}
          </ul>
        </Leaf>
      )}
      {others.length > 0 && (
        <Leaf id="others" title={t('registrant.others')}>
          <ul role="list">
            {others.map((other) => (
              <li key={other.id}>
                <a href={path(`/organize/${other.slug}/registrations/${other.id}`)}>
                  <bdi>{other.slug === slug ? ticketOf(other.ticketTypeId) : other.title}</bdi>
                </a>{' '}
                <Tag is={STATE_TAGS[other.state]}>{t(`organize.states.${other.state}`)}</Tag> {when(other.createdAt)}
              </li>
            ))}
          </ul>
        </Leaf>
      )}
      <Leaf id="messages" title={t('registrant.messages')}>
        {messages.length === 0 ? (
          <p className="mute">{t(seat.email ? 'registrant.noMessages' : 'registrant.noAddress')}</p>
        ) : (
          <ul role="list">
            {messages.map(({ id, template, state, sentAt, createdAt }) => (
              <li key={id}>
                {templateWords(template, t)}{' '}
                <Tag is={({ sent: 'ok', undeliverable: 'bad', withdrawn: 'off' } as const)[state as 'sent'] ?? 'wait'}>
                  {t(`registrant.messageStates.${state}`)}
                </Tag>{' '}
                {when(sentAt ?? createdAt)}
              </li>
            ))}
          </ul>
        )}
      </Leaf>
    </>
  )
}

/** What a mail is called; one that has no name yet stands as it is. */
function templateWords(template: string, t: Translate): string {
  const [own, known] = [`broadcast.template.${template}`, `mail.admin.mail.template.${template}`]
  return isKey(own) ? t(own) : isKey(known) ? t(known) : template
}
