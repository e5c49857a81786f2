import { PriceEnds } from './price-ends.tsx'
import { RegisterCode } from './register-code.tsx'
import type { RegisterView } from './register-view.ts'
import { HOLD_MINUTES } from '#app/registrations/seats/hold-minutes.ts'
import type { FormTicket } from '#app/registrations/order-offer.ts'
import { sentenceOf } from '#app/locales/message.ts'
import { foreign } from '#app/ui/foreign.ts'
import { fieldId, SelectField } from '#app/ui/fields.tsx'
import { Price } from '#app/ui/money.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoment } from '#app/values/dates.ts'
import { type FormState, typedValue } from '#app/values/form-state.ts'

/** How many of each ticket, what one costs now and until when, in which currency, and with which code. */
export function RegisterTickets({ view, update, isChosen }: { view: RegisterView; update: string; isChosen: boolean }) {
  const { t, path, language } = usePage()
  const { offer, form, held, hasWaitingList } = view
  const { event, tickets, currencies } = offer
  const shown = tickets.filter(({ state }) => state !== 'closed')
  const open = shown.filter(({ state }) => state === 'open')
  const isPaid = open.some(({ price }) => price !== null)
  const names = new Intl.DisplayNames([language], { type: 'currency' })
  return (
    <>
      {!held && <PriceEnds tickets={open} zone={event.zone} />}
      {isPaid && event.confirmsOn === 'payment' && <p>{t('register.holding', { minutes: HOLD_MINUTES })}</p>}
      {currencies.length > 1 && (
        <SelectField
          form={form}
          name="currency"
          label={t('register.currency')}
          defaultValue={offer.currency}
          options={currencies.map((currency) => ({
            value: currency,
            label: t('common.labelled', { label: currency, text: names.of(currency) ?? currency }),
          }))}
        />
      )}
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
      {hasWaitingList && (
        <p>
          {t('register.waitingLead')}{' '}
          <a href={path(`/events/${event.slug}/waiting-list`)}>{t('register.waitingLink')}</a>
        </p>
      )}
      <RegisterCode form={form} update={update} />
      <p>
        <button className={isChosen ? undefined : 'go'} formAction={`${update}#people`} formNoValidate>
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
        {ticket.eligibility !== 'none' && (
          <>
            <br />
            <small>{t(`register.rules.${ticket.eligibility}`)}</small>
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
      {ticket.opensAt ? (
        <td className="num" colSpan={2}>
          <small>{t('register.opensAt', { when: formatMoment(ticket.opensAt, zone, language) })}</small>
        </td>
      ) : (
        <>
          <td className="num">
            {ticket.price ? <Price money={ticket.price} /> : ticket.state === 'open' ? t('register.free') : null}
          </td>
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
            ) : (
              <small id={id}>{t('register.soldOut')}</small>
            )}
          </td>
        </>
      )}
    </tr>
  )
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)
}
