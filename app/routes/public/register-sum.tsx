import type { FormEvent, FormTicket } from '#app/registrations/order-offer.ts'
import { totalOf } from '#app/registrations/pricing.ts'
import { foreign } from '#app/ui/foreign.ts'
import { Price } from '#app/ui/money.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { type FormState, typedValue } from '#app/values/form-state.ts'

/** What will be ordered and what it costs, beside the form. */
export function RegisterSum({ seats, form, event }: { seats: FormTicket[]; form: FormState; event: FormEvent }) {
  const { t, language } = usePage()
  const total = totalOf(seats.map(({ price }) => price))
  if (seats.length === 0)
    return (
      <aside className="sum flow" aria-labelledby="sum">
        <h2 id="sum">{t('register.orderHeading')}</h2>
        <p>{t('register.nothingYet')}</p>
      </aside>
    )
  return (
    <aside className="sum flow" aria-labelledby="sum">
      <h2 id="sum">{t('register.orderHeading')}</h2>
      <table>
        <tbody>
          {seats.map((ticket, at) => {
            const name = typedValue(form, `people[${at}].fullName`)
            return (
              <tr key={at}>
                <td>
                  <bdi {...foreign(ticket.language, language)}>{ticket.name}</bdi>
                  {name && (
                    <>
                      <br />
                      <small>
                        <bdi>{name}</bdi>
                      </small>
                    </>
                  )}
                </td>
                <td className="num">{ticket.price ? <Price money={ticket.price} /> : t('register.free')}</td>
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('register.total')}</th>
            <td className="num">
              <b>{total ? <Price money={total} /> : t('register.free')}</b>
            </td>
          </tr>
        </tfoot>
      </table>
      {total && <p className="hint">{t('register.chargedIn', { currency: currencyName(total.currency, language) })}</p>}
      <p>
        <button className="go">
          {t(total ? 'register.submitAndPay' : 'register.submit', { count: seats.length })}
        </button>
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
