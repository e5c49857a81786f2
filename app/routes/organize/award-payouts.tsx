import { PAYOUT_TAGS } from '#app/ui/award/award-tags.ts'
import { useDesk } from './desk.ts'
import type { AwardInFull } from '#app/scholarships/awards/read-award.server.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { Price } from '#app/ui/money.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** What was paid of an award, and what is on its way. */
export function AwardPayouts({ award }: { award: AwardInFull }) {
  const { slug, zone } = useDesk()
  const { t, path } = usePage()
  return (
    <Leaf id="payouts" title={t('award.one.payouts')}>
      {award.payouts.length === 0 ? (
        <p>{t('award.one.noPayouts')}</p>
      ) : (
        <ul>
          {award.payouts.map((payout) => (
            <li key={payout.id}>
              <a href={path(`/organize/${slug}/payouts/${payout.id}`)}>
                {t(`award.kinds.${payout.kind}`)}, <Price money={payout} />
              </a>{' '}
              <Tag is={PAYOUT_TAGS[payout.state]}>{t(`award.payouts.states.${payout.state}`)}</Tag>{' '}
              <small>
                <Moment at={payout.paidAt ?? payout.createdAt} zone={zone} />
                {payout.reference !== '' && (
                  <>
                    {' · '}
                    <bdi>{payout.reference}</bdi>
                  </>
                )}
              </small>
            </li>
          ))}
        </ul>
      )}
    </Leaf>
  )
}
