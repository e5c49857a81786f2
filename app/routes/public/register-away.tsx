import { RegisterKept } from './register-kept.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

/** When even the event cannot be read. */
export function RegisterAway({ slug, form }: { slug: string; form: FormState | undefined }) {
  const { t, path } = usePage()
  const address = path(`/events/${slug}/register`)
  if (!form)
    return (
      <main id="main" tabIndex={-1}>
        <div className="flow intro">
          <h1>{t('register.title')}</h1>
          <p className="lead">{t('register.awayEmpty')}</p>
          <p>
            <a className="btn go" href={address}>
              {t('register.tryAgain')}
            </a>
          </p>
        </div>
      </main>
    )
  return (
    <main id="main" tabIndex={-1}>
      <div className="flow intro">
        <h1>{t('register.title')}</h1>
        <ErrorSummary form={{ values: {}, errors: { '': ['register.away'] } }} />
        <RegisterKept form={form} address={address} />
      </div>
    </main>
  )
}
