import type { ApplicationPageView } from './application.tsx'
import { CallAlso, callDeadline } from '#app/ui/call-moment.tsx'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { deadline } from '#app/ui/event/words.ts'
import { Note } from '#app/ui/note.tsx'
import { type Page, usePage } from '#app/ui/use-page.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'

/** Where one stands, what to do now, and by when. */
export function ApplicationLead({ view, address }: { view: ApplicationPageView; address: (page: string) => string }) {
  const page = usePage()
  const { t } = page
  const { standing, event, call, steps, decision } = view
  const isDraft = standing === 'draft' || standing === 'draft-late'
  const due = dueOf(view)
  const answered = standing === 'accept' ? answeredOf(view) : null
  const next = steps.find(({ code }) => code === view.reached) ?? steps[0]
  return (
    <>
      <Crumbs
        trail={[
          { label: t('common.events'), to: '/events' },
          { label: <bdi>{event.title}</bdi>, to: `/events/${event.slug}` },
          { label: t('application.title') },
        ]}
      />
      <div className="flow intro">
        <p className="kind">
          <bdi>{event.title}</bdi> · <bdi>{call.title}</bdi>
        </p>
        <h1>{answered ? t(`admission.state.${answered.state}`) : t(`application.status.heading.${standing}`)}</h1>
        {view.news && (
          <Note is={view.news === 'sent' ? 'ok' : 'warn'}>
            <p role="status">
              {view.news === 'sent'
                ? t('application.status.justSent')
                : t(view.news === 'busy' ? 'refusal.busy' : 'refusal.call-shut')}
            </p>
          </Note>
        )}
        <p className="lead">
          {answered
            ? t(`admission.stateLead.${answered.state}`, { when: deadline(page, answered.untilAt, event) })
            : leadOf(view, page)}
          {due && <CallAlso at={due} place={{ ...event, closesZone: call.closesZone }} />}
        </p>
        {decision?.reason && (
          <p>
            <b>{t('application.status.reason')}</b>
            {t('mail.colon')} {decision.reason}
          </p>
        )}
        {(isDraft || standing === 'incomplete') && (
          <p className="row">
            {isDraft && next && (
              <>
                <a className="btn go" href={address(`/form/${next.code}`)}>
                  {t('application.status.goOn')}
                </a>{' '}
                <a className="btn" href={address('/check')}>
                  {t('application.status.check')}
                </a>
              </>
            )}
            {standing === 'incomplete' && (
              <a className="btn go" href={address('/check')}>
                {t('application.status.add')}
              </a>
            )}
          </p>
        )}
        <p className="hint">
          {t('application.code')}{' '}
          <b>
            <bdi dir="ltr">{view.code}</bdi>
          </b>
        </p>
      </div>
    </>
  )
}

/** The offer that was answered or is over; null where there is none or where it waits. */
function answeredOf({ offer }: ApplicationPageView) {
  if (offer === null || offer.state === 'open') return null
  return { ...offer, state: offer.state }
}

/** Until when there is something that one can do; null when there is not. */
function dueOf({ standing, call: { closesAt, graceMinutes } }: ApplicationPageView): Instant | null {
  if (closesAt && standing === 'draft-late') return addMinutes(closesAt, graceMinutes)
  return standing === 'draft' || standing === 'incomplete' || standing === 'submitted' ? closesAt : null
}

function leadOf(view: ApplicationPageView, page: Page): string {
  const { standing, call, event, dates, decision } = view
  const { t } = page
  const place = { ...event, closesZone: call.closesZone }
  const { closesAt } = call
  const closes = closesAt && callDeadline(page, closesAt, place)
  switch (standing) {
    case 'draft':
      return closes ? t('application.status.lead.draft', { when: closes }) : t('application.status.lead.draftOpen')
    case 'draft-late': {
      const until = dueOf(view)
      return t('application.status.lead.draft-late', { when: until ? callDeadline(page, until, place) : '' })
    }
    case 'missed':
      return t('application.status.lead.missed', { when: closes ?? '' })
    case 'incomplete':
      return closes
        ? t('application.status.lead.incomplete', { when: closes })
        : t('application.status.lead.incompleteOpen')
    case 'submitted':
      return closes
        ? t('application.status.lead.submitted', { when: closes })
        : t('application.status.lead.submittedOpen')
    case 'review':
      return dates.decideAt
        ? t('application.status.lead.review', { when: callDeadline(page, dates.decideAt, place) })
        : t('application.status.lead.reviewOpen')
    case 'reserve':
      return decision?.place
        ? t('application.status.lead.reservePlace', { place: decision.place })
        : t('application.status.lead.reserve')
    default:
      return t(`application.status.lead.${standing}`)
  }
}
