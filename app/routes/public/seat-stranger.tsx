import { usePage } from '#app/ui/use-page.ts'

/** The same for everybody without the key, whether there is such a seat or order or not. */
export function SeatStranger() {
  const { t, path } = usePage()
  return (
    <main id="main" tabIndex={-1}>
      <div className="flow intro">
        <h1>{t('seat.strangerTitle')}</h1>
        <p className="lead">{t('seat.strangerLead')}</p>
        <p>
          <a className="btn go" href={path('/status')}>
            {t('order.strangerButton')}
          </a>
        </p>
      </div>
    </main>
  )
}
