import { PAYOUT_TAGS } from './award-tags.ts'
import { closedGate } from '#app/scholarships/payouts/gates.ts'
import type { PayoutInFull } from '#app/scholarships/payouts/read-payout.server.ts'
import { isolateIn } from '#app/ui/isolate.ts'
import { Note } from '#app/ui/note.tsx'
import { Price } from '#app/ui/money.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoney } from '#app/values/money.ts'

/** What is known of a payout: to whom, for what, how much, its receipts, and the gate that keeps it back. */
export function PayoutFacts({ payout, base }: { payout: PayoutInFull; base: string }) {
  const { t, path, language } = usePage()
  const money = (amountMinor: number, currency: string) =>
    isolateIn(language, formatMoney({ amountMinor, currency }, language))
  const gate = ['paid', 'refused'].includes(payout.state) ? null : closedGate(payout, payout)
  return (
    <>
      <p>
        <Tag is={PAYOUT_TAGS[payout.state]}>{t(`award.payouts.states.${payout.state}`)}</Tag>{' '}
        {payout.amountMinor > 0 && (
          <>
            <b>
              <Price money={payout} isFull />
            </b>{' '}
            ·{' '}
          </>
        )}
        {t(`award.kinds.${payout.kind}`)} · {t(`award.ways.${payout.way}`)} · <bdi>{payout.fullName}</bdi>
      </p>
      {gate && (
        <Note is="warn">
          <p>{t('award.payouts.gate', { why: t(`award.gates.${gate}`) })}</p>
        </Note>
      )}
      {payout.state !== 'paid' && payout.state !== 'refused' && (
        <p className="hint">{t('award.payouts.most', { amount: money(payout.mostMinor, payout.currency) })}</p>
      )}
      {payout.note !== '' && <p dir="auto">{payout.note}</p>}
      {payout.reference !== '' && (
        <p>
          <b>{t('award.payouts.reference')}</b> <bdi>{payout.reference}</bdi>
        </p>
      )}
      {payout.reason !== '' && (
        <p dir="auto">
          <b>{t('award.payouts.reason')}</b> <bdi>{payout.reason}</bdi>
        </p>
      )}
      {payout.receipts.length > 0 && (
        <ul>
          {payout.receipts.map((receipt) => (
            <li key={receipt.id}>
              <a href={path(`${base}/${payout.id}/receipts/${receipt.id}`)}>
                {t('award.payouts.receipt', { what: isolateIn(language, receipt.description) })}
              </a>
              {'. '}
              {t('award.payouts.says', { amount: money(receipt.amountMinor, receipt.currency) })}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
