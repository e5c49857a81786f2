import type { VisibleOffer } from '#app/applications/offers/offer-of-application.server.ts'
import { deadline } from '#app/ui/event/words.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** On the applicant's page: what is offered and until when, with the one thing to do, or the way to what was taken. */
export function ApplicationOfferPart({
  offer,
  address,
  place,
}: {
  offer: Pick<VisibleOffer, 'state' | 'untilAt'> | null
  /** Of their page of the offer, with the key and the language. */
  address: string
  place: { zone: string; city: string | null }
}) {
  const page = usePage()
  const { t } = page
  if (!offer) return null
  const when = deadline(page, offer.untilAt, place)
  if (offer.state !== 'open')
    return (
      <p>
        <a className="btn go" href={address}>
          {t('admission.offerTitle')}
        </a>
      </p>
    )
  return (
    <Leaf id="offer" title={t('admission.openTitle')}>
      <p>{t('admission.openLead', { when })}</p>
      <p>
        <a className="btn go" href={address}>
          {t('admission.toOffer')}
        </a>
      </p>
    </Leaf>
  )
}

/** Whether an offer can be taken or was: what became of another one is the first thing on the page. */
export function isStanding(offer: Pick<VisibleOffer, 'state'> | null): boolean {
  return offer !== null && (offer.state === 'open' || offer.state === 'accepted')
}
