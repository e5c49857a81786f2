import type { EventMoney } from '#app/payments/finance/finance-events.server.ts'
import { BarMeter } from '#app/ui/charts/bar-meter.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Price } from '#app/ui/money.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

const PARTS = ['expected', 'received', 'waived', 'due', 'overpaid', 'refunded'] as const

/** Billed, received, due and refunded in each currency, each beside the others as a bar. */
export function OverviewMoney({ currencies }: { currencies: EventMoney[] }) {
  const { t } = usePage()
  const shown = currencies.filter((money) => PARTS.some((part) => money[part] !== 0))
  if (shown.length === 0) return null
  return (
    <Leaf id="money" title={t('figures.money')}>
      <ScrollTable labelledBy="money">
        <thead>
          <tr>
            <th scope="col">{t('figures.moneyPart')}</th>
            <th scope="col" className="num">
              {t('organize.amount')}
            </th>
            <th scope="col" className="bar">
              <span className="vh">{t('figures.share')}</span>
            </th>
          </tr>
        </thead>
        {shown.map((money) => (
          <tbody key={money.currency}>
            {PARTS.filter((part, at) => at === 0 || money[part] !== 0).map((part) => (
              <tr key={part}>
                <th scope="row">{t(`figures.moneyParts.${part}`)}</th>
                <td className="num">
                  <Price money={{ currency: money.currency, amountMinor: money[part] }} isFull />
                </td>
                <td className="bar">
                  <BarMeter value={money[part]} most={Math.max(...PARTS.map((one) => money[one]))} />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </ScrollTable>
    </Leaf>
  )
}
