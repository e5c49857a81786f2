import { usePage } from '#app/ui/use-page.ts'

/** The same for everybody without the key, whether there is such an order or not. */
export function OrderStranger() {
  const { t, path } = usePage()
  return (
    <main id="main" tabIndex={-1}>
      <div className="flow intro">
        <h1>{t('order.strangerTitle')}</h1>
        <p className="lead">{t('order.strangerLead')}</p>
        <p>{t('order.strangerFind')}</p>
        <p>
          <a className="btn go" href={path('/status')}>
            {t('order.strangerButton')}
          </a>
        </p>
      </div>
    </main>
  )
}
