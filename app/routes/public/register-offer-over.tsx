import { usePage } from '#app/ui/use-page.ts'

/** The link of an offer that was used, declined or lapsed. */
export function RegisterOfferOver({ slug }: { slug: string }) {
  const { t, path } = usePage()
  return (
    <main id="main" tabIndex={-1}>
      <div className="flow intro">
        <h1>{t('register.offerOver')}</h1>
        <p className="lead">{t('register.offerOverLead')}</p>
        <p className="row">
          <a className="btn go" href={path(`/events/${slug}/waiting-list`)}>
            {t('register.waitingLink')}
          </a>
          <a className="btn" href={path('/status')}>
            {t('order.strangerButton')}
          </a>
          <a href={path(`/events/${slug}`)}>{t('register.toEvent')}</a>
        </p>
      </div>
    </main>
  )
}
