import type { ShownProposal } from './call-offer-next.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** Who is next for one choice, why they fit, and why those before them were passed over. */
export function CallOfferProposal({
  proposal: { choiceId, free, next, isOwnList, passed },
  name,
  base,
  isLate,
}: {
  proposal: ShownProposal
  name: string
  base: string
  isLate: boolean
}) {
  const { t, path } = usePage()
  const id = `p-${choiceId ?? 'all'}`
  const query = next && new URLSearchParams(choiceId === null ? {} : { choice: choiceId })
  return (
    <section className="flow after" aria-labelledby={id}>
      <h2 id={id}>
        <bdi>{name}</bdi>
      </h2>
      <p className="mute">
        {free === null ? t('admission.offers.freeAny') : t('admission.offers.free', { count: free })}
      </p>
      {next ? (
        <>
          <p>
            <b>{t(isOwnList ? 'admission.offers.nextIs' : 'admission.offers.nextOther', next)}</b>{' '}
            {t('admission.offers.fits')}
          </p>
          {!isLate && (
            <p>
              <a className="btn" href={path(`${base}/promote/${next.applicationId}?${query}`)}>
                {t('admission.offers.promote')}
              </a>
            </p>
          )}
        </>
      ) : (
        free !== 0 && <p>{t('admission.offers.nobodyNext')}</p>
      )}
      {passed.length > 0 && (
        <details>
          <summary>
            {t('admission.offers.passed')} ({passed.length})
          </summary>
          <ul>
            {passed.map(({ name: whose, place, why }, at) => (
              <li key={at}>
                {place}. <bdi>{whose}</bdi>: {t(`admission.offers.why.${why}`)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
