import type { Fund } from '#app/scholarships/funds/fund.ts'
import { Seats } from '#app/ui/seats.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { isolateIn } from '#app/ui/isolate.ts'
import { formatMoney } from '#app/values/money.ts'

/** What of a fund is promised, as a bar with the figures in words; and what its plan lacks. */
export function FundBar({ fund, plannedMinor = 0 }: { fund: Fund; plannedMinor?: number }) {
  const { t, language } = usePage()
  const { currency, budgetMinor, offeredMinor, committedMinor, paidMinor, freeMinor } = fund
  const money = (amountMinor: number) => isolateIn(language, formatMoney({ amountMinor, currency }, language))
  const missing = plannedMinor - freeMinor
  return (
    <Seats size={Math.max(budgetMinor, 1)} taken={offeredMinor + committedMinor}>
      <p>
        {t('fund.bar', {
          offered: money(offeredMinor),
          committed: money(committedMinor),
          paid: money(paidMinor),
          free: money(freeMinor),
          budget: money(budgetMinor),
        })}
        {missing > 0 && (
          <>
            {' '}
            <b>{t('fund.over', { missing: money(missing) })}</b>
          </>
        )}
      </p>
    </Seats>
  )
}
