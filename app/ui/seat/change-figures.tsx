import type { ReactNode } from 'react'
import type { Key, Translate } from '#app/locales/translate.ts'
import { isolateIn } from '#app/ui/isolate.ts'
import { Price } from '#app/ui/money.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoney, type Money } from '#app/values/money.ts'

const METHODS = ['card', 'bank-transfer', 'invoice', 'mobile-money', 'desk'] as const
const WAYS = {
  provider: 'change.figures.byProvider',
  bank: 'change.figures.byBank',
  cash: 'change.figures.byCash',
  fund: 'change.figures.byFund',
} as const

export interface Part {
  way: keyof typeof WAYS
  method: string
  money: Money
}

/** Amounts, each with what it is; those of nothing are left out, but for what is always told (`isKept`). */
export function Figures({
  rows,
  currency,
}: {
  rows: { label: Key; amountMinor: number; isKept?: boolean }[]
  currency: string
}) {
  const { t } = usePage()
  return (
    <table>
      <tbody>
        {rows
          .filter(({ amountMinor, isKept }) => isKept || amountMinor > 0)
          .map(({ label, amountMinor }) => (
            <tr key={label}>
              <th scope="row">{t(label)}</th>
              <td className="num">
                <Price money={{ amountMinor, currency }} />
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}

function nameOf(method: string, t: Translate): string {
  const known = METHODS.find((one) => one === method)
  return known ? t(`order.methods.${known}`) : t('order.methods.other', { method })
}

/** By which way it would come, where how much is a matter of choice. */
export function WayBack({ part, afterFinance }: { part: Part; afterFinance: boolean }) {
  const { t } = usePage()
  return (
    <p>
      {t(`change.options.way.${part.way}`, { method: nameOf(part.method, t) })}{' '}
      {afterFinance && part.way !== 'fund' && t('change.figures.afterFinance')}
    </p>
  )
}

/** When money comes back and by which way, in sentences. */
export function WaysBack({ parts, afterFinance }: { parts: Part[]; afterFinance: boolean }): ReactNode {
  const { t, language } = usePage()
  if (parts.length === 0) return null
  return (
    <>
      {parts.map(({ way, method, money }, at) => (
        <p key={at}>
          {t(WAYS[way], { amount: isolateIn(language, formatMoney(money, language)), method: nameOf(method, t) })}
        </p>
      ))}
      {afterFinance && parts.some(({ way }) => way !== 'fund') && <p>{t('change.figures.afterFinance')}</p>}
    </>
  )
}
