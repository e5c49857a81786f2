import type { DecisionOptions } from './decision-page.server.ts'
import type { listCallOffers } from '#app/applications/offers/list-call-offers.server.ts'
import { Moment } from '#app/ui/moment.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { Tag, type TagKind } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'

const TAGS: Record<string, TagKind> = { open: 'wait', accepted: 'ok', declined: 'off', lapsed: 'off', withdrawn: 'bad' }

/** Who is offered what, until when, and how they answered. */
export function CallOffersTable({
  offers,
  options,
  base,
  zone,
}: {
  offers: Awaited<ReturnType<typeof listCallOffers>>['offers']
  options: DecisionOptions
  base: string
  zone: string
}) {
  const { t, path } = usePage()
  const nameIn = (list: { id: string; name: string }[], id: string | null) => list.find((one) => one.id === id)?.name
  return (
    <ScrollTable label={t('admission.offers.title')}>
      <thead>
        <tr>
          <th scope="col">{t('admission.offers.name')}</th>
          <th scope="col">{t('admission.offers.for')}</th>
          <th scope="col">{t('admission.offers.award')}</th>
          <th scope="col">{t('admission.offers.until')}</th>
          <th scope="col" className="num">
            {t('admission.offers.wave')}
          </th>
          <th scope="col">{t('admission.offers.state')}</th>
        </tr>
      </thead>
      <tbody>
        {offers.map((offer) => (
          <tr key={offer.id}>
            <th scope="row">
              <bdi>{offer.fullName}</bdi> <small>{offer.number}</small>
            </th>
            <td>
              <bdi>{nameIn(options.choices, offer.choiceId) ?? '–'}</bdi>
            </td>
            <td>
              <bdi>{nameIn(options.packages, offer.packageId) ?? '–'}</bdi>
            </td>
            <td>
              <Moment at={offer.untilAt} zone={zone} />
            </td>
            <td className="num">{offer.wave}</td>
            <td>
              {offer.isGone ? (
                <Tag is="off">{t('admission.offers.seatGone')}</Tag>
              ) : (
                <Tag is={TAGS[offer.state]}>{t(`admission.offers.states.${offer.state}`)}</Tag>
              )}{' '}
              {offer.reason && (
                <small>
                  <bdi>{offer.reason}</bdi>
                </small>
              )}
              {offer.isGone && <a href={path(`${base}/next`)}>{t('admission.offers.seatGoneNext')}</a>}
              {offer.registrationId && (
                <a
                  href={path(`/organize/${offer.eventSlug}/registrations/${offer.registrationId}`)}
                  aria-label={t('admission.offers.registrationOf', { name: offer.fullName })}
                >
                  {t('admission.offers.registration')}
                </a>
              )}{' '}
              {(offer.state === 'open' || (offer.state === 'accepted' && !offer.isGone)) && (
                <a
                  href={path(`${base}/${offer.id}/withdraw`)}
                  aria-label={t('admission.offers.withdrawOf', { name: offer.fullName })}
                >
                  {t('admission.offers.withdraw')}
                </a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}
