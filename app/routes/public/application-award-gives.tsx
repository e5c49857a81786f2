import type { AwardOfApplication } from '#app/scholarships/awards/award-of-application.server.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { isolateIn } from '#app/ui/isolate.ts'
import { Price } from '#app/ui/money.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoney } from '#app/values/money.ts'

/** What an award gives its holder, and how each part is paid. */
export function AwardGives({ award }: { award: AwardOfApplication }) {
  const { t, language } = usePage()
  const { currency } = award
  const said = (amountMinor: number) => isolateIn(language, formatMoney({ amountMinor, currency }, language))
  return (
    <Leaf id="gives" title={t('award.own.promised')}>
      <table>
        <tbody>
          {award.components.map((part) => (
            <tr key={part.id}>
              <th scope="row">
                {t(`award.kinds.${part.kind}`)}
                <br />
                <small>
                  {t(`award.ways.${part.payout}`)}
                  {part.note !== '' && (
                    <>
                      {' · '}
                      <bdi>{part.note}</bdi>
                    </>
                  )}
                </small>
              </th>
              <td className="num">
                {part.state !== 'accepted' ? (
                  t(`award.own.${part.state}`)
                ) : part.amountMinor === 0 ? (
                  t('award.own.accepted')
                ) : part.isCap ? (
                  t('award.upTo', { amount: said(part.amountMinor) })
                ) : (
                  <Price money={{ amountMinor: part.amountMinor, currency }} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Leaf>
  )
}
