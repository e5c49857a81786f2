import type { AskedPage } from './questions-form.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoment } from '#app/values/dates.ts'
import { EMPTY_FORM, type FormState } from '#app/values/form-state.ts'

/** Why nothing can be answered now, and what can be done instead. */
export function QuestionsShut({ asked, form = EMPTY_FORM }: { asked: AskedPage; form?: FormState | undefined }) {
  const { t, path } = usePage()
  const { standing, event, code } = asked
  return (
    <div className="flow intro narrow">
      <ErrorSummary form={form} />
      <p className="kind">
        <bdi>{event.title}</bdi>
      </p>
      <h1>{standing.is === 'later' ? t('question.later') : t('question.closed')}</h1>
      <p className="lead">
        <Why asked={asked} />
      </p>
      <p className="row">
        <a href={path(`/events/${event.slug}`)}>{t('register.toEvent')}</a>
        {event.contactEmail && (
          <a href={`mailto:${event.contactEmail}?subject=${encodeURIComponent(code)}`}>{t('register.askOrganizers')}</a>
        )}
      </p>
    </div>
  )
}

function Why({ asked: { standing, event } }: { asked: AskedPage }) {
  const { t, language } = usePage()
  const when = (at: string) => ({ when: formatMoment(at, event.zone, language) })
  if (standing.is === 'ended') return t('question.closedEnded')
  if (standing.is === 'later') return t('question.laterWhen', when(standing.opensAt))
  if (standing.is === 'closed' && standing.why === 'deadline') return t('question.closedDeadline', when(standing.since))
  const isCancelled = standing.is === 'closed' && standing.why === 'cancelled'
  return t(isCancelled ? 'question.closedCancelled' : 'question.closedOver')
}
