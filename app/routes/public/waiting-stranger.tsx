import { usePage } from '#app/ui/use-page.ts'

/** The same for everybody without the key, whether there is such a place in the queue or not. */
export function WaitingStranger() {
  const { t } = usePage()
  return (
    <main id="main" tabIndex={-1}>
      <div className="flow intro">
        <h1>{t('waiting.strangerTitle')}</h1>
        <p className="lead">{t('waiting.strangerLead')}</p>
      </div>
    </main>
  )
}
