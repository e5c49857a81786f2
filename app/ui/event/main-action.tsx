import { usePage } from '../use-page.ts'
import { beginning, count, deadline } from './words.ts'
import type { EventView } from '#app/events/event-view.ts'
import { priceRange } from '#app/events/price-range.ts'
import type { RegistrationStatus } from '#app/events/registration-status.ts'
import { seatCount } from '#app/events/seats.ts'

/** How one comes in now: one button at most, and the words beside it. */
export function MainAction({
  event,
  status,
  waiting,
  isHere,
}: {
  event: EventView
  status: RegistrationStatus
  /** Whether there is a call to apply to here. */
  isHere: boolean
  /** How many wait, where there is a list to join. */
  waiting: number | null
}) {
  const page = usePage()
  const { t, path, now } = page
  const when = (at: string) => deadline(page, at, event)
  const isCall = event.admission === 'application'
  const { closesAt, opensAt } = status
  switch (status.kind) {
    case 'open':
      return (
        <p className="row">
          <a className="btn go" href={path(`/events/${event.slug}/register`)}>
            {t('event.action.register')}
          </a>{' '}
          <span>
            <Places event={event} />
          </span>
        </p>
      )
    case 'full':
      if (waiting !== null)
        return (
          <p className="row">
            <a className="btn go" href={path(`/events/${event.slug}/waiting-list`)}>
              {t('waiting.join')}
            </a>{' '}
            <span>{waiting === 0 ? t('event.action.full') : t('waiting.fullWaiting', { count: waiting })}</span>
          </p>
        )
      return <p className="row">{<Full event={event} />}</p>
    case 'application':
      return (
        <p className="row">
          {(isHere || event.contactEmail) && (
            <>
              <a className="btn go" href={isHere ? path(`/events/${event.slug}/apply`) : '#apply'}>
                {t(isHere ? 'application.event.apply' : 'event.apply.title')}
              </a>{' '}
            </>
          )}
          <span>{closesAt ? t('event.action.applyUntil', { when: when(closesAt) }) : t('event.action.applyOpen')}</span>
        </p>
      )
    case 'not-open':
      return (
        <p>
          {t(isCall ? 'event.action.applyOpensAt' : 'event.action.opensAt', {
            when: beginning(page, opensAt ?? now, event),
          })}
        </p>
      )
    case 'closed':
      return <p>{t(isCall ? 'event.action.applyClosed' : 'event.action.closed')}</p>
    case 'none':
      return event.websiteUrl ? (
        <p className="row">
          <a className="btn" href={event.websiteUrl}>
            {t('event.action.website')}
          </a>
        </p>
      ) : (
        <p>{t('event.action.elsewhere')}</p>
      )
    case 'postponed':
      return <p>{t('event.action.postponedShort')}</p>
    default:
      return <p>{t(`event.action.${status.kind}`)}</p>
  }
}

function Places({ event }: { event: EventView }) {
  const { t, language, now } = usePage()
  const seats = seatCount(event.tickets)
  const isFree = priceRange(event.tickets, event.currency, now).isFree
  const isOnlineUnlimited =
    event.format === 'hybrid' &&
    event.tickets.some(
      ({ attendance, quotas, admission }) => attendance === 'online' && admission === 'open' && quotas.length === 0,
    )
  const left = seats && Math.max(0, seats.size - seats.taken)
  return [
    isFree ? t('event.action.free') : '',
    seats && left !== null
      ? t('event.action.seatsLeft', { count: left, shown: count(left, language), size: count(seats.size, language) })
      : '',
    isOnlineUnlimited ? t('event.action.onlineUnlimited') : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function Full({ event }: { event: EventView }) {
  const { t, language } = usePage()
  const seats = seatCount(event.tickets)
  return (
    <span>
      {seats && seats.size > 0
        ? t('event.action.fullSized', { count: seats.size, shown: count(seats.size, language) })
        : t('event.action.full')}
      {event.contactEmail && (
        <>
          {' '}
          {t('event.action.askForSeat')} <a href={`mailto:${event.contactEmail}`}>{event.contactEmail}</a>
        </>
      )}
    </span>
  )
}
