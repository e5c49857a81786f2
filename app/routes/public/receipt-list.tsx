import type { OwnAward } from './application-award.server.ts'
import { PAYOUT_TAGS } from '#app/ui/award/award-tags.ts'
import { Price } from '#app/ui/money.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** The receipts that the holder of an award sent, and what became of each. */
export function ReceiptList({ own }: { own: OwnAward }) {
  const { t } = usePage()
  const sent = own.payouts.filter(({ way }) => way === 'reimbursed')
  if (sent.length === 0) return <p>{t('award.own.receiptsNone')}</p>
  return (
    <ul>
      {sent.map((payout) => (
        <li key={payout.id}>
          {payout.receipts.map((receipt) => (
            <span key={receipt.id}>
              <bdi>{receipt.description}</bdi>, <Price money={receipt} />{' '}
            </span>
          ))}
          <Tag is={PAYOUT_TAGS[payout.state]}>{t(`award.payouts.states.${payout.state}`)}</Tag>
          {payout.reference !== '' && (
            <>
              {' '}
              <bdi>{payout.reference}</bdi>
            </>
          )}
          {payout.state === 'refused' && (
            <>
              <br />
              <small>{t('award.own.reason', { reason: payout.reason })}</small>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
