import type { SerializeFrom } from '@remix-run/node'
import { answerLabel } from '#app/ui/seat/answer-label.ts'
import type { loader } from './questions.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { isolate } from '#app/ui/isolate.ts'
import { Note } from '#app/ui/note.tsx'
import { QuestionField } from '#app/ui/question-field.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoment } from '#app/values/dates.ts'
import type { FormState } from '#app/values/form-state.ts'

export type AskedPage = NonNullable<SerializeFrom<typeof loader>['asked']>

/** What is asked of one person in one stage, as they answered it before. */
export function QuestionsForm({ asked, form = asked.answers }: { asked: AskedPage; form?: FormState | undefined }) {
  const { t, path, language } = usePage()
  const { code, stage, key, questions, event, standing, fullName, isSaved } = asked
  const address = `/registrations/${code}/questions/${stage}?${new URLSearchParams({ key })}`
  return (
    <div className="flow intro narrow">
      <ErrorSummary form={form} labelOf={(name) => answerLabel(name, questions)} />
      {isSaved && form === asked.answers && (
        <Note is="ok">
          <p role="status">{t('question.saved')}</p>
        </Note>
      )}
      <p className="kind">
        <bdi>{event.title}</bdi>
      </p>
      <h1>
        {fullName
          ? t('question.heading', { name: isolate(fullName) })
          : t('question.pageTitle', { event: event.title })}
      </h1>
      {questions.length === 0 ? (
        <Empty title={t('question.nothing')} level="h2">
          <p>{t('question.nothingWhy')}</p>
        </Empty>
      ) : (
        <>
          <p className="lead">
            {standing.is === 'open' &&
              t('question.until', { when: formatMoment(standing.until, event.zone, language) })}
          </p>
          <form method="post" action={path(address)} encType="multipart/form-data" noValidate>
            {questions.map((question) => (
              <QuestionField
                key={question.id}
                question={question}
                name={`answers.${question.code}`}
                form={form}
                among={questions}
              />
            ))}
            <p className="row after">
              <button className="go">{t('question.save')}</button>
            </p>
          </form>
        </>
      )}
    </div>
  )
}
