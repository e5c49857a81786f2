import { usePage } from '#app/ui/use-page.ts'

/** The same for everybody without the key, whether somebody was asked for this letter or not. */
export function ReferenceStranger() {
  const { t } = usePage()
  return (
    <main id="main" tabIndex={-1}>
      <div className="flow intro">
        <h1>{t('reference.strangerTitle')}</h1>
        <p className="lead">{t('reference.strangerLead')}</p>
      </div>
    </main>
  )
}
