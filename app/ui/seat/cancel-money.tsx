import { Figures, WaysBack } from './change-figures.tsx'
import { lastMinuteOf } from '#app/events/price-table.ts'
import { usePage } from '#app/ui/use-page.ts'
import type { CancelFigures } from '#app/payments/changes/cancel-figures.server.ts'
import { formatMoment } from '#app/values/dates.ts'
import { isolateIn } from '#app/ui/isolate.ts'
import { formatMoney } from '#app/values/money.ts'
import { formatPercent } from '#app/values/format-percent.ts'

/** What giving up a seat means in money, by which rule, and how it comes back. */
export function CancelMoney({
  seat,
  figures,
}: {
  seat: { currency: string | null; isHeld: boolean; asksFinance: boolean; event: { zone: string } }
  figures: CancelFigures
}) {
  const { t, language } = usePage()
  const { cost, kept, claimed, rule, plan } = figures
  const { currency } = seat
  if (currency === null || cost === 0) return <p>{t('change.figures.nothing')}</p>
  const fee = rule && rule.feeMinor > 0 && rule.feeCurrency === currency ? rule.feeMinor : 0
  const words = rule && {
    percent: isolateIn(language, formatPercent(rule.percent, language)),
    fee: isolateIn(language, formatMoney({ amountMinor: fee, currency }, language)),
  }
  return (
    <>
      <h2>{t('change.figures.heading')}</h2>
      <Figures
        currency={currency}
        rows={[
          { label: 'change.figures.cost', amountMinor: cost, isKept: true },
          { label: 'change.figures.kept', amountMinor: kept },
          { label: 'change.figures.lessDue', amountMinor: plan.lessDue },
          { label: 'change.figures.returned', amountMinor: plan.returned, isKept: plan.lessDue === 0 },
          { label: 'change.figures.claimed', amountMinor: Math.min(claimed, plan.returned) },
        ]}
      />
      {words && (
        <p>
          {t(fee > 0 ? 'change.figures.ruleFee' : 'change.figures.rule', words)}{' '}
          {rule.untilAt &&
            t('change.figures.ruleUntil', {
              when: formatMoment(lastMinuteOf(rule.untilAt, seat.event.zone), seat.event.zone, language),
            })}
        </p>
      )}
      {!rule && !seat.isHeld && <p>{t('change.figures.noRule')}</p>}
      <WaysBack parts={plan.parts} afterFinance={seat.asksFinance && claimed < plan.returned} />
    </>
  )
}
