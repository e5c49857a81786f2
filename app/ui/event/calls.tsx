import { Leaf } from '../leaf.tsx'
import { Note } from '../note.tsx'
import { usePage } from '../use-page.ts'
import { beginning, deadline } from './words.ts'
import type { EventView } from '#app/events/event-view.ts'
import type { RegistrationStatus } from '#app/events/registration-status.ts'

/** How to apply to a curated workshop: by its call, or by mail to those who run it where there is none. */
export function HowToApply({
  event,
  status,
  isHere,
}: {
  event: EventView
  status: RegistrationStatus
  /** Whether there is a call that takes applications here. */
  isHere: boolean
}) {
  const page = usePage()
  const { t, path } = page
  return (
    <Leaf id="apply" title={t('event.apply.title')}>
      <p>{t('event.apply.text')}</p>
      <p>
        {status.closesAt
          ? t('event.action.applyUntil', { when: deadline(page, status.closesAt, event) })
          : t('event.action.applyOpen')}
      </p>
      {isHere ? (
        <p>
          <a className="btn" href={path(`/events/${event.slug}/apply`)}>
            {t('application.event.read')}
          </a>
        </p>
      ) : (
        <p>
          {t('event.apply.write')}{' '}
          <Mail to={event.contactEmail ?? ''} subject={t('event.apply.subject', { title: event.text.title })} />
        </p>
      )}
    </Leaf>
  )
}

/** Whether there is a scholarship call to speak of: open, or announced. */
export function scholarshipCall(event: EventView, now: string): 'open' | 'coming' | null {
  const { scholarshipFromAt: from, scholarshipUntilAt: until } = event
  if ((from === null && until === null) || (until !== null && until <= now)) return null
  return from === null || from <= now ? 'open' : 'coming'
}

export function HelpWithCosts({
  event,
  call,
  isHere,
}: {
  event: EventView
  call: 'open' | 'coming'
  /** Whether there is a call that takes applications here. */
  isHere: boolean
}) {
  const page = usePage()
  const { t, path } = page
  const { scholarshipFromAt: from, scholarshipUntilAt: until } = event
  const isOpen = call === 'open'
  return (
    <Leaf id="help" title={t('event.help.title')}>
      <Note>
        <h3>
          {isOpen ? t('event.help.open') : t('event.help.coming', { when: beginning(page, from ?? page.now, event) })}
        </h3>
        <p>
          {!isOpen
            ? t('event.help.comingText')
            : until
              ? t('event.help.text', { when: deadline(page, until, event) })
              : t('event.help.textOpenEnd')}{' '}
          {!isHere && isOpen && event.contactEmail && t('event.help.write')}{' '}
          {!isHere && event.contactEmail && (
            <Mail to={event.contactEmail} subject={t('event.apply.scholarshipSubject', { title: event.text.title })} />
          )}
        </p>
        {isHere && (
          <p>
            <a className="btn" href={path(`/events/${event.slug}/scholarship`)}>
              {t(isOpen ? 'application.event.scholarship' : 'application.event.read')}
            </a>
          </p>
        )}
      </Note>
    </Leaf>
  )
}

function Mail({ to, subject }: { to: string; subject: string }) {
  return <a href={`mailto:${to}?subject=${encodeURIComponent(subject)}`}>{to}</a>
}
