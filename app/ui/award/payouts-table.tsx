import { PAYOUT_TAGS } from './award-tags.ts'
import type { PayoutListRow } from '#app/scholarships/payouts/list-payouts.server.ts'
import { Moment } from '#app/ui/moment.tsx'
import { Price } from '#app/ui/money.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** Payouts, what waits longest first; with their events where there are several. */
export function PayoutsTable({
  payouts,
  base,
  hasEvents = false,
}: {
  payouts: PayoutListRow[]
  /** Where one is looked at, without the language in front. */
  base: string
  hasEvents?: boolean
}) {
  const { t, path } = usePage()
  return (
    <ScrollTable label={t('award.payouts.title')}>
      <thead>
        <tr>
          <th scope="col">{t('award.payouts.to')}</th>
          <th scope="col">{t('award.payouts.for')}</th>
          <th scope="col" className="num">
            {t('award.amount')}
          </th>
          <th scope="col">{t('award.state')}</th>
          {hasEvents && (
            <th scope="col" className="more">
              {t('award.payouts.event')}
            </th>
          )}
          <th scope="col" className="more">
            {t('award.payouts.since')}
          </th>
        </tr>
      </thead>
      <tbody>
        {payouts.map((payout) => (
          <tr key={payout.id}>
            <th scope="row">
              <a href={path(`${base}/${payout.id}`)}>
                <bdi>{payout.fullName}</bdi>
              </a>
            </th>
            <td>
              {t(`award.kinds.${payout.kind}`)}
              <br />
              <small>{t(`award.ways.${payout.way}`)}</small>
            </td>
            <td className="num">
              <Price money={payout} isFull />
            </td>
            <td>
              <Tag is={PAYOUT_TAGS[payout.state]}>{t(`award.payouts.states.${payout.state}`)}</Tag>
              {payout.reference !== '' && (
                <>
                  <br />
                  <small>
                    <bdi>{payout.reference}</bdi>
                  </small>
                </>
              )}
            </td>
            {hasEvents && (
              <td className="more">
                <bdi lang={payout.titleLanguage}>{payout.title}</bdi>
              </td>
            )}
            <td className="more">
              <Moment at={payout.createdAt} zone={payout.zone} />
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}
