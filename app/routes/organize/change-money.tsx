import type { Preview } from './change-preview.tsx'
import type { ChangeKind } from '#app/participants/changes/planned-change.ts'
import { isKey } from '#app/locales/translate.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { Price } from '#app/ui/money.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoney } from '#app/values/money.ts'
import { formatPercent } from '#app/values/format-percent.ts'

type Rule = NonNullable<Preview['effects']['ownRule']>

/** What was paid for the seats that stand, what goes back by rule, and who decides. */
export function ChangeMoney({ kind, effects }: { kind: ChangeKind; effects: Preview['effects'] }) {
  const { t, language } = usePage()
  const { money, cancelledRule, ownRule } = effects
  const isEnd = kind === 'cancel'
  if (money.length === 0)
    return (
      <Leaf id="money" title={t('standing.preview.money')} isWide>
        <p>{t('standing.preview.noMoney')}</p>
      </Leaf>
    )
  const said = ({ percent, feeMinor, feeCurrency }: Rule) => ({
    percent: formatPercent(percent, language),
    fee: feeMinor > 0 && feeCurrency ? formatMoney({ amountMinor: feeMinor, currency: feeCurrency }, language) : '',
  })
  const rule = isEnd ? cancelledRule : ownRule
  const hasFee = rule !== null && rule.feeMinor > 0
  return (
    <Leaf id="money" title={t('standing.preview.money')} isWide>
      <p>
        {isEnd
          ? t(hasFee ? 'standing.preview.backLess' : 'standing.preview.back100', said(cancelledRule))
          : ownRule === null
            ? t('standing.preview.stays')
            : t(hasFee ? 'standing.preview.ownLess' : 'standing.preview.own', said(ownRule))}
      </p>
      <ScrollTable labelledBy="money">
        <thead>
          <tr>
            <th scope="col">{t('standing.preview.method')}</th>
            <th scope="col" className="num">
              {t('standing.preview.payments')}
            </th>
            <th scope="col" className="num">
              {t('standing.preview.paid')}
            </th>
            {isEnd && (
              <th scope="col" className="num">
                {t('standing.preview.goesBack')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {money.map(({ method, currency, payments, amountMinor }) => (
            <tr key={`${method} ${currency}`}>
              <th scope="row">
                {isKey(`offer.methods.${method}`) ? t(`offer.methods.${method}` as 'offer.methods.card') : method}
              </th>
              <td className="num">{payments}</td>
              <td className="num">
                <Price money={{ amountMinor, currency }} />
              </td>
              {isEnd && (
                <td className="num">
                  <Price
                    money={{ amountMinor: Math.round((amountMinor * cancelledRule.percent) / 10_000), currency }}
                  />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      {isEnd && <p className="hint">{t('standing.preview.financeDecides')}</p>}
    </Leaf>
  )
}
