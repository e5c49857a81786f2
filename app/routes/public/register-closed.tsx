import { RegisterKept } from './register-kept.tsx'
import type { RegisterView } from './register-view.ts'
import type { OrderOffer } from '#app/registrations/order-offer.ts'
import type { whyClosed } from '#app/registrations/offered.ts'
import type { Key } from '#app/locales/translate.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { TextField } from '#app/ui/fields.tsx'
import { Note } from '#app/ui/note.tsx'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { formatDays, formatMoment } from '#app/values/dates.ts'

type Closed = ReturnType<typeof whyClosed>

interface Props {
  view: RegisterView
  closed: Closed
  /** Where what was typed can be sent again; null when nothing was sent. */
  sentTo: string | null
}

/** Instead of the form: why one cannot register now, and what to do. */
export function RegisterClosed({ view, closed, sentTo }: Props) {
  const { t, path, feed, language } = usePage()
  const { offer, form, hasWaitingList } = view
  const { event } = offer
  const [why, next] = reasonOf(offer, closed, hasWaitingList)
  const codes = (form.values['voucherCodes'] ?? []).filter(Boolean)
  const codeErrors = form.errors['voucherCodes'] ?? []
  const opensAt = opening(offer)
  const when = opensAt ?? event.applyUntilAt
  const mayComeFree = closed === null && isSoldOut(offer) && !hasWaitingList
  return (
    <main id="main" tabIndex={-1} data-series={seriesOf(event.mark)}>
      <Crumbs
        trail={[
          { label: t('common.events'), to: '/events' },
          { label: <bdi>{event.title}</bdi>, to: `/events/${event.slug}` },
          { label: t('register.title') },
        ]}
      />
      <div className="flow intro">
        <p className="kind">
          <bdi>{event.title}</bdi> ·{' '}
          <bdi>{closed === 'postponed' ? t('event.newDate') : formatDays(event.startsOn, event.endsOn, language)}</bdi>
        </p>
        <h1>{t('register.title')}</h1>
        <Note is={closed === 'cancelled' || closed === 'postponed' ? 'warn' : undefined}>
          <p>{t(why, when ? { when: formatMoment(when, event.zone, language) } : {})}</p>
          {next && <p>{t(next)}</p>}
        </Note>
        <p className="row">
          {closed === null && hasWaitingList && (
            <a className="btn go" href={path(`/events/${event.slug}/waiting-list`)}>
              {t('register.waitingLink')}
            </a>
          )}
          <a className="btn" href={path(`/events/${event.slug}`)}>
            {t('register.toEvent')}
          </a>
          {closed === null && (
            <a className="btn" href={feed(`/events/${event.slug}.ics`)}>
              {t('register.calendar')}
            </a>
          )}
          {event.contactEmail && <a href={`mailto:${event.contactEmail}`}>{t('register.askOrganizers')}</a>}
          <a href={path('/events')}>{t('register.otherEvents')}</a>
        </p>
        {sentTo !== null && mayComeFree && (
          <>
            <p>{t('register.keptTyped')}</p>
            <RegisterKept form={form} address={sentTo} />
          </>
        )}
        {closed === null && (
          <form method="get" action={path(`/events/${event.slug}/register`)} noValidate>
            <TextField
              form={{ values: { code: codes }, errors: { code: codeErrors } }}
              name="code"
              label={t('register.code')}
              isOptional
              autoComplete="off"
              dir="ltr"
              maxLength={200}
            />
            <p className="after">
              <button>{t('register.applyCode')}</button>
            </p>
          </form>
        )}
      </div>
    </main>
  )
}

function reasonOf(offer: OrderOffer, closed: Closed, hasWaitingList: boolean): [why: Key, next?: Key] {
  switch (closed) {
    case 'cancelled':
      return ['register.closedCancelled', 'register.cancelledNext']
    case 'postponed':
      return ['register.closedPostponed', 'register.postponedNext']
    case 'over':
      return ['register.closedOver']
    case 'by-application':
      return [offer.event.applyUntilAt ? 'register.closedByApplicationUntil' : 'register.closedByApplication']
    case 'by-invitation':
      return ['register.closedByInvitation']
    case 'elsewhere':
    case 'not-published':
      return ['register.closedElsewhere']
    case null:
      if (isSoldOut(offer))
        return ['register.closedSoldOut', hasWaitingList ? 'register.waitingNext' : 'register.soldOutNext']
      if (opening(offer)) return ['register.closedLater', 'register.laterNext']
      return [offer.tickets.length === 0 ? 'register.closedElsewhere' : 'register.closedNow']
  }
}

function isSoldOut({ tickets }: OrderOffer): boolean {
  return tickets.some(({ state }) => state === 'sold-out')
}

function opening({ tickets }: OrderOffer): string | undefined {
  return tickets.flatMap(({ opensAt }) => opensAt ?? []).toSorted()[0]
}
