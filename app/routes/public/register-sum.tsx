import { SumLines } from './register-sum-lines.tsx'
import type { Sum } from './register-view.ts'
import type { FormEvent, FormTicket } from '#app/registrations/order-offer.ts'
import { foreign } from '#app/ui/foreign.ts'
import { Price } from '#app/ui/money.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'

/** What will be ordered and what it costs, beside the form. */
export function RegisterSum({
  sum,
  form,
  event,
  seats,
}: {
  sum: Sum | null
  form: FormState
  event: FormEvent
  seats: FormTicket[]
}) {
  const { t, language } = usePage()
  if (sum === null)
    return (
      <aside className="sum flow" aria-labelledby="sum">
        <h2 id="sum">{t('register.orderHeading')}</h2>
        <p>{t('register.nothingYet')}</p>
      </aside>
    )
  const { due } = sum
  return (
    <aside className="sum flow" aria-labelledby="sum">
      <h2 id="sum">{t('register.orderHeading')}</h2>
      <table>
        <SumLines sum={sum} form={form} />
        <tfoot>
          <tr>
            <th scope="row">{t('register.total')}</th>
            <td className="num">
              <b>{due ? <Price money={due} /> : t('register.free')}</b>
            </td>
          </tr>
        </tfoot>
      </table>
      {due && <p className="hint">{t('register.chargedIn', { currency: currencyName(due.currency, language) })}</p>}
      {sum.isReverseCharge && <p className="hint">{t('register.reverseCharge')}</p>}
      <p>
        <button className="go">{t(due ? 'register.submitAndPay' : 'register.submit', { count: seats.length })}</button>
      </p>
      {event.cancellationNote && (
        <p className="hint">
          <bdi {...foreign(event.language, language)}>{event.cancellationNote}</bdi>
        </p>
      )}
    </aside>
  )
}

/** As a sentence says it: `US dollars`. */
function currencyName(currency: string, language: string): string {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'name' })
  return format.formatToParts(2).find(({ type }) => type === 'currency')?.value ?? currency
}
