import { HOLD_MINUTES } from '#app/registrations/hold-minutes.ts'
import type { FormTicket, OrderOffer } from '#app/registrations/order-offer.ts'
import { sentenceOf } from '#app/locales/message.ts'
import { foreign } from '#app/ui/foreign.ts'
import { fieldId } from '#app/ui/fields.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Price } from '#app/ui/money.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoment } from '#app/values/dates.ts'
import { type FormState, typedValue } from '#app/values/form-state.ts'

/** How many of each ticket, what one costs now and until when. */
export function RegisterTickets({
  offer: { event, tickets },
  form,
  isChosen,
}: {
  offer: OrderOffer
  form: FormState
  isChosen: boolean
}) {
  const { t, path, language } = usePage()
  const shown = tickets.filter(({ state }) => state !== 'closed')
  const open = shown.filter(({ state }) => state === 'open')
  const [priceUntil] = open.flatMap(({ priceUntil }) => priceUntil ?? []).toSorted()
  const isPaid = open.some(({ price }) => price !== null)
  return (
    <>
      {priceUntil && <p>{t('register.pricesUntil', { when: formatMoment(priceUntil, event.zone, language) })}</p>}
      {isPaid && event.confirmsOn === 'payment' && <p>{t('register.holding', { minutes: HOLD_MINUTES })}</p>}
      <table>
        <thead>
          <tr>
            <th scope="col">{t('register.ticket')}</th>
            <th scope="col" className="num">
              {t('register.price')}
            </th>
            <th scope="col" className="qty">
              {t('register.number')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((ticket) => (
            <Row key={ticket.id} ticket={ticket} form={form} zone={event.zone} />
          ))}
        </tbody>
      </table>
      <p>
        <button
          className={isChosen ? undefined : 'go'}
          formAction={`${path(`/events/${event.slug}/register`)}?show=people#people`}
          formNoValidate
        >
          {isChosen ? t('register.update') : t('register.choose')}
        </button>
      </p>
    </>
  )
}

/** Below this, a page says how many are left. */
const FEW = 10

function Row({ ticket, form, zone }: { ticket: FormTicket; form: FormState; zone: string }) {
  const { t, language } = usePage()
  const name = `tickets.${ticket.code}`
  const id = fieldId(name)
  const errors = form.errors[name] ?? []
  const words = foreign(ticket.language, language)
  const isFew = ticket.state === 'open' && ticket.left !== null && ticket.left <= FEW
  const numbers = [0, ...range(ticket.minimum, ticket.maximum)]
  return (
    <tr>
      <th scope="row">
        {ticket.state === 'open' ? (
          <label htmlFor={id} {...words}>
            {ticket.name}
          </label>
        ) : (
          <span {...words}>{ticket.name}</span>
        )}
        {ticket.description && (
          <>
            <br />
            <small {...words}>{ticket.description}</small>
          </>
        )}
        {isFew && (
          <>
            <br />
            <small>{t('register.left', { count: ticket.left! })}</small>
          </>
        )}
        {errors.length > 0 && (
          <p className="err" id={`${id}-e`}>
            <span className="vh">{t('common.error')}</span>
            {errors.map((message) => sentenceOf(message, t)).join(' ')}
          </p>
        )}
      </th>
      <td className="num">{ticket.price ? <Price money={ticket.price} /> : t('register.free')}</td>
      <td className="qty">
        {ticket.state === 'open' ? (
          <select
            id={id}
            name={name}
            defaultValue={typedValue(form, name) ?? '0'}
            aria-invalid={errors.length > 0 || undefined}
            aria-describedby={errors.length > 0 ? `${id}-e` : undefined}
          >
            {numbers.map((number) => (
              <option key={number}>{number}</option>
            ))}
          </select>
        ) : ticket.opensAt ? (
          <small>
            <Moment at={ticket.opensAt} zone={zone} />
          </small>
        ) : (
          <small id={id}>{t('register.soldOut')}</small>
        )}
      </td>
    </tr>
  )
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)
}
