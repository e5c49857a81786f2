import { Price } from '#app/ui/money.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { plainPercent } from '#app/values/percent-field.ts'
import type { ListedCampaign } from '#app/vouchers/campaigns/queries.server.ts'

/** What a campaign's codes do, in a few words. */
export function EffectOf({
  campaign,
}: {
  campaign: Pick<ListedCampaign, 'effect' | 'percentOff' | 'amounts' | 'appliesTo'>
}) {
  const { t } = usePage()
  const { effect, percentOff, amounts, appliesTo } = campaign
  if (effect === 'access') return t('offer.effectAccess')
  return (
    <>
      {effect === 'percentage' && t('offer.effectPercentage', { percent: plainPercent(percentOff) })}
      {amounts.map((money) => (
        <div key={money.currency}>
          {effect === 'price' ? t('offer.effectPrice') : t('offer.effectAmount')} <Price money={money} />
        </div>
      ))}
      {appliesTo === 'order' && (
        <>
          <br />
          <small>{t('offer.perOrder')}</small>
        </>
      )}
    </>
  )
}
