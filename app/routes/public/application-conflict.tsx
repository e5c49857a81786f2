import { CallAnswer } from './call-answer.tsx'
import type { SectionView } from './application-section.server.ts'
import { readTyped } from '#app/applications/form/read-typed.ts'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

/** What another device saved meanwhile, beside what stands in the form: nothing of either is lost. */
export function ApplicationConflict({ view, form }: { view: SectionView; form: FormState }) {
  const { t } = usePage()
  const theirs = readTyped(view.questions, view.held)
  const mine = readTyped(view.questions, form)
  const differing = view.questions.filter(({ code }) => String(theirs[code] ?? '') !== String(mine[code] ?? ''))
  return (
    <Note is="warn">
      <h2>{t('application.form.conflict')}</h2>
      <p>{t('application.form.conflictText')}</p>
      <h3>{t('application.form.conflictThere')}</h3>
      <dl>
        {differing.map((question) => (
          <div key={question.id}>
            <dt>
              <bdi>{question.label}</bdi>
            </dt>
            <dd>
              {theirs[question.code] ? (
                <CallAnswer question={question} values={theirs[question.code]!} currency={view.currency} files={{}} />
              ) : (
                t('application.form.conflictNothing')
              )}
            </dd>
          </div>
        ))}
      </dl>
      {view.step.kind === 'wishes' && (
        <ol>
          {view.wishes.map((id) => (
            <li key={id}>{view.choices.find((choice) => choice.id === id)?.name}</li>
          ))}
        </ol>
      )}
    </Note>
  )
}
