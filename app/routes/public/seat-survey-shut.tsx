import type { SurveyPage } from './seat-survey-form.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoment } from '#app/values/dates.ts'
import { EMPTY_FORM, type FormState } from '#app/values/form-state.ts'

/** That the answers have arrived, or why nothing can be answered now. */
export function SeatSurveyShut({ page, form = EMPTY_FORM }: { page: SurveyPage; form?: FormState | undefined }) {
  const { t, path } = usePage()
  const { survey, event, code, key } = page
  const query = new URLSearchParams({ key })
  const mayChange = survey.isAnswered && !survey.isAnonymous && survey.standing.is === 'open'
  return (
    <div className="flow intro narrow">
      <ErrorSummary form={form} />
      <p className="kind">
        <bdi>{event.title}</bdi>
      </p>
      <h1>{t(headingOf(page))}</h1>
      <p className="lead" role="status">
        <Why page={page} />
      </p>
      <p className="row">
        <a className="btn" href={path(`/registrations/${code}?${query}`)}>
          {t('survey.answer.back')}
        </a>
        {mayChange && (
          <a href={path(`/registrations/${code}/surveys/${survey.id}?${query}`)}>{t('survey.answer.changeThem')}</a>
        )}
        {event.contactEmail && <a href={`mailto:${event.contactEmail}`}>{t('register.askOrganizers')}</a>}
      </p>
    </div>
  )
}

function headingOf({ survey, isSaved }: SurveyPage) {
  if (isSaved) return 'survey.answer.thanks'
  if (survey.isAnswered && survey.isAnonymous) return 'survey.answer.done'
  return survey.standing.is === 'later' ? 'survey.answer.later' : 'survey.answer.closed'
}

function Why({ page: { survey, event, isSaved, isSeated } }: { page: SurveyPage }) {
  const { t, language } = usePage()
  const { standing, isAnswered, isAnonymous, kind } = survey
  const when = (at: string) => ({ when: formatMoment(at, event.zone, language) })
  if (isAnswered && isSaved) {
    const said = [
      t('survey.answer.thanksLead'),
      isAnonymous && t('survey.answer.thanksAnonymous'),
      kind === 'daily' && t('survey.answer.thanksDaily'),
    ]
    return said.filter(Boolean).join(' ')
  }
  if (isAnswered && isAnonymous) return t('survey.answer.doneLead')
  if (!isSeated) return t('survey.answer.ended')
  if (standing.is === 'later') return t('survey.answer.laterWhen', when(standing.opensAt))
  if (standing.is === 'closed' && standing.why === 'over') return t('survey.answer.closedWhen', when(standing.since))
  return t('survey.answer.closedCancelled')
}
