import type { SerializeFrom } from '@remix-run/node'
import type { loader } from './seat-survey.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { foreign } from '#app/ui/foreign.ts'
import { Note } from '#app/ui/note.tsx'
import { QuestionField } from '#app/ui/question-field.tsx'
import { answerLabel } from '#app/ui/seat/answer-label.ts'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoment } from '#app/values/dates.ts'
import type { FormState } from '#app/values/form-state.ts'
import { offsetName } from '#app/values/moment.ts'

export type SurveyPage = NonNullable<SerializeFrom<typeof loader>['page']>

/** The questions of a survey, after what becomes of the answers. */
export function SeatSurveyForm({ page, form = page.answers }: { page: SurveyPage; form?: FormState | undefined }) {
  const { t, path, language } = usePage()
  const { survey, event, code, key } = page
  const { questions } = survey
  const address = `/registrations/${code}/surveys/${survey.id}?${new URLSearchParams({ key })}`
  return (
    <div className="flow intro narrow">
      <ErrorSummary form={form} labelOf={(name) => answerLabel(name, questions)} />
      <p className="kind">
        <bdi>{event.title}</bdi>
      </p>
      <h1 {...foreign(survey.language, language)}>{survey.title}</h1>
      {survey.intro && (
        <p className="lead" {...foreign(survey.language, language)}>
          {survey.intro}
        </p>
      )}
      {questions.length === 0 ? (
        <Empty title={t('survey.answer.nothing')} level="h2">
          <p>{t('survey.answer.nothingWhy')}</p>
        </Empty>
      ) : (
        <>
          <WhatBecomes page={page} />
          <Until page={page} />
          <form method="post" action={path(address)} noValidate>
            <input type="hidden" name="promise" value={survey.isAnonymous ? 'anonymous' : 'named'} />
            {questions.map((question) => (
              <QuestionField key={question.id} question={question} name={`answers.${question.code}`} form={form} />
            ))}
            {survey.isAnonymous && <p className="hint">{t('survey.answer.anonymousOnce')}</p>}
            <p className="row after">
              <button className="go">{t(buttonOf(survey))}</button>
            </p>
          </form>
        </>
      )}
    </div>
  )
}

function buttonOf({ isAnonymous, isAnswered }: SurveyPage['survey']) {
  if (isAnonymous) return 'survey.answer.sendForGood'
  return isAnswered ? 'survey.answer.change' : 'survey.answer.send'
}

/** Whether the name is kept, and who reads it: before anything is typed. */
function WhatBecomes({ page: { survey } }: { page: SurveyPage }) {
  const { t } = usePage()
  if (!survey.isAnonymous)
    return (
      <Note>
        <p>
          <b>{t('survey.answer.named')}</b>
        </p>
        <p>{t('survey.answer.namedWhat')}</p>
      </Note>
    )
  const hasTexts = survey.questions.some(({ kind }) => kind === 'text' || kind === 'longtext')
  return (
    <Note is="ok">
      <p>
        <b>{t('survey.answer.anonymous')}</b>
      </p>
      <p>{t('survey.answer.anonymousWhat')}</p>
      <p>{t('survey.answer.anonymousWho', { minimum: survey.minimum })}</p>
      {hasTexts && <p>{t('survey.answer.anonymousTexts')}</p>}
    </Note>
  )
}

function Until({ page: { survey, event } }: { page: SurveyPage }) {
  const { t, language } = usePage()
  const { standing } = survey
  if (standing.is !== 'open') return null
  const when = formatMoment(standing.until, event.zone, language)
  const isUtc = offsetName(standing.until, event.zone) === 'UTC'
  const utc = formatMoment(standing.until, 'UTC', language)
  return <p>{isUtc ? t('survey.answer.untilUtc', { when }) : t('survey.answer.until', { when, utc })}</p>
}
