import { usePage } from '#app/ui/use-page.ts'

/** The same for everybody without the key, whether there is such an application or not. */
export function ApplicationStranger() {
  const { t, path } = usePage()
  return (
    <main id="main" tabIndex={-1}>
      <div className="flow intro">
        <h1>{t('application.status.strangerTitle')}</h1>
        <p className="lead">{t('application.status.strangerLead')}</p>
        <p>
          <a className="btn" href={path('/applications/continue')}>
            {t('application.continue.button')}
          </a>
        </p>
      </div>
    </main>
  )
}
