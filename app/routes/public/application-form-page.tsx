import { ApplicationConflict } from './application-conflict.tsx'
import { ApplicationDeciding } from './application-deciding.tsx'
import { ApplicationLetters } from './application-letters.tsx'
import { ApplicationSaved } from './application-saved.tsx'
import type { SectionView } from './application-section.server.ts'
import { ApplicationSteps, stepName } from './application-steps.tsx'
import { ApplicationTeam } from './application-team.tsx'
import { ApplicationWishes } from './application-wishes.tsx'
import { answerField } from '#app/applications/form/read-typed.ts'
import { CallQuestionField } from '#app/ui/call-question-field.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { isolate } from '#app/ui/isolate.ts'
import { Markdown } from '#app/ui/markdown.tsx'
import { Note } from '#app/ui/note.tsx'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

export interface SentPage {
  form: FormState
  isStale: boolean
  isSaved: boolean
  /** What is stored by now. */
  seen: string | null
}

/** One page of an application: what is asked on it, as it was saved or as it was just typed. */
export function ApplicationFormPage({ view, sent }: { view: SectionView; sent: SentPage | null }) {
  const { t, path } = usePage()
  const { step, steps, event, questions, key } = view
  const address = (page: string) =>
    path(`/applications/${view.code}${page}${key ? `?${new URLSearchParams({ key })}` : ''}`)
  const at = steps.findIndex(({ code }) => code === step.code)
  const before = steps[at - 1]
  const form = sent?.form ?? view.held
  const labelOf = (name: string) => {
    const question = questions.find(({ code }) => name === answerField(code))
    return question && isolate(question.label)
  }
  const isShut = view.window !== 'open' && view.window !== 'grace'
  return (
    <main id="main" tabIndex={-1} data-series={seriesOf(event.mark)}>
      <ErrorSummary form={form} labelOf={labelOf} />
      <p className="kind">
        <bdi>{event.title}</bdi>
      </p>
      <h1>
        <bdi>{view.call.title}</bdi>
      </h1>
      <ApplicationSteps steps={steps} current={step.code} reached={view.reached} address={address} />
      <div className="rail">
        <form
          method="post"
          action={address(`/form/${step.code}`)}
          encType="multipart/form-data"
          className="narrow flow"
          noValidate
        >
          {isShut ? (
            <Note is="warn">
              <h2>{t('application.form.shut')}</h2>
              {sent && <p>{t('application.form.shutText')}</p>}
            </Note>
          ) : (
            <ApplicationSaved view={view} isRest={sent?.isSaved ?? false} isJust={view.isSaved && !sent} />
          )}
          {sent?.isStale && <ApplicationConflict view={view} form={form} />}
          <input type="hidden" name="seen" value={sent?.seen ?? form.values['seen']?.[0] ?? view.seen} />
          <h2>
            <bdi>{stepName(step, t)}</bdi>
          </h2>
          {view.help && <Markdown text={view.help} />}
          {step.kind === 'wishes' && <ApplicationWishes view={view} form={form} />}
          {step.kind === 'team' && <ApplicationTeam view={view} form={form} />}
          {step.kind === 'letters' && <ApplicationLetters view={view} form={form} />}
          {step.kind === 'section' && questions.length === 0 && (
            <>
              <p>
                <b>{t('application.form.nothing')}</b>
              </p>
              <p>{t('application.form.nothingText')}</p>
            </>
          )}
          {questions.map((question) => (
            <CallQuestionField
              key={question.id}
              question={question}
              name={answerField(question.code)}
              form={form}
              among={questions}
              currency={view.currency}
            />
          ))}
          <p className="row after">
            {!isShut && (
              <>
                <button className="go">{t('application.form.next')}</button>{' '}
                <button formAction={address(`/form/${step.code}/later`)}>{t('application.form.later')}</button>{' '}
              </>
            )}
            {before && (
              <a href={address(`/form/${before.code}`)}>
                {t('application.form.back', { step: isolate(stepName(before, t)) })}
              </a>
            )}
          </p>
        </form>
        <ApplicationDeciding view={view} />
      </div>
    </main>
  )
}
