import { type FormStep } from '#app/applications/form/form-steps.ts'
import { usePage } from '#app/ui/use-page.ts'

/** Where one is in the form: every page is a link, since a draft may be filled in in any order. */
export function ApplicationSteps({
  steps,
  current,
  reached,
  address,
}: {
  steps: FormStep[]
  /** The code of a step, or `check`. */
  current: string
  /** The step that was saved last. */
  reached: string
  address: (page: string) => string
}) {
  const { t } = usePage()
  const all = [
    ...steps.map((step) => ({ code: step.code, page: `/form/${step.code}`, name: stepName(step, t) })),
    {
      code: 'check',
      page: '/check',
      name: t('application.form.check'),
    },
  ]
  const last = Math.max(
    all.findIndex(({ code }) => code === reached),
    all.findIndex(({ code }) => code === current) - 1,
  )
  return (
    <nav aria-label={t('application.form.progress')} className="prog">
      <ol role="list" className="steps">
        {all.map(({ code, page, name }, at) =>
          code === current ? (
            <li key={code} aria-current="step">
              <bdi>{name}</bdi>
            </li>
          ) : (
            <li key={code} className={at <= last ? 'done' : undefined}>
              <a href={address(page)}>
                <bdi>{name}</bdi>
              </a>
            </li>
          ),
        )}
      </ol>
    </nav>
  )
}

export function stepName(step: FormStep, t: ReturnType<typeof usePage>['t']): string {
  return step.kind === 'section' ? (step.title ?? step.code) : t(`application.form.${step.kind}`)
}

/** What a page of the form is called: `Your reasons, step 3 of 5: Travel scholarship`. */
export function sectionTitle(
  view: { steps: FormStep[]; step: FormStep; call: { title: string } } | null | undefined,
  t: ReturnType<typeof usePage>['t'],
): string {
  if (!view) return t('application.status.strangerTitle')
  const at = view.steps.findIndex(({ code }) => code === view.step.code) + 1
  const values = { step: stepName(view.step, t), at, of: view.steps.length + 1, call: view.call.title }
  return t('application.form.step', values)
}
