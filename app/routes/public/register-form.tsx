import { RegisterAgreements } from './register-agreements.tsx'
import { RegisterPayment } from './register-payment.tsx'
import { RegisterPerson } from './register-person.tsx'
import { RegisterQuestions } from './register-questions.tsx'
import { RegisterSum } from './register-sum.tsx'
import { RegisterTickets } from './register-tickets.tsx'
import type { RegisterView } from './register-view.ts'
import { askedOf, isForOthers, wantedTickets } from '#app/registrations/order-form.ts'
import { type OrderOffer } from '#app/registrations/order-offer.ts'
import { shownPrices } from '#app/registrations/order-places.ts'
import type { Translate } from '#app/locales/translate.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { CheckField, TextField } from '#app/ui/fields.tsx'
import { isolate } from '#app/ui/isolate.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { Note } from '#app/ui/note.tsx'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { formatDays, formatMoment } from '#app/values/dates.ts'
import { type FormState, typedValue } from '#app/values/form-state.ts'

export function RegisterForm({ view, formKey, address }: { view: RegisterView; formKey: string; address: string }) {
  const { t, path, language } = usePage()
  const { offer, form, sum, held } = view
  const { event } = offer
  const seats = wantedTickets(form, offer.tickets)
  const asked = seats.some((ticket, at) => askedOf(offer, ticket, form, at).length > 0)
  const sections = ['tickets', 'people', ...(asked ? ['questions'] : []), 'agreements', 'payment']
  const heading = (id: string, text: string) =>
    t('register.numbered', { number: sections.indexOf(id) + 1, heading: text })
  const action = path(`/events/${event.slug}/register`)
  const update = `${action}${address ? `${address}&` : '?'}show=people`
  return (
    <main id="main" tabIndex={-1} data-series={seriesOf(event.mark)}>
      <Crumbs
        trail={[
          { label: t('common.events'), to: '/events' },
          { label: <bdi>{event.title}</bdi>, to: `/events/${event.slug}` },
          { label: t('register.title') },
        ]}
      />
      <div className="flow intro">
        <p className="kind">
          <bdi>{event.title}</bdi> · <bdi>{formatDays(event.startsOn, event.endsOn, language)}</bdi>
        </p>
        <h1>{t('register.title')}</h1>
        <ErrorSummary form={form} labelOf={(name) => labelOf(name, offer, seats.length, t)} />
        {held && (
          <Note is="ok">
            <p>
              {t('register.held', {
                count: held.seats,
                when: formatMoment(held.untilAt, event.zone, language),
              })}
            </p>
          </Note>
        )}
      </div>
      <form
        method="post"
        action={action + address}
        className="rail form"
        encType={carriesFiles(view, seats) ? 'multipart/form-data' : undefined}
        noValidate
      >
        <div>
          <input type="hidden" name="formKey" value={typedValue(form, 'formKey') ?? formKey} />
          <input type="hidden" name="prices" value={shownPrices(offer)} />
          {sum && <input type="hidden" name="shownDue" value={sum.due?.amountMinor ?? 0} />}
          <Leaf id="tickets" title={heading('tickets', t('register.ticketsHeading'))}>
            <RegisterTickets view={view} update={update} isChosen={seats.length > 0} />
          </Leaf>
          {seats.length > 0 && (
            <>
              <Leaf id="people" title={heading('people', t('register.peopleHeading'))}>
                <Orderer form={form} isGroup={seats.length > 1} />
                {seats.map((ticket, at) => (
                  <RegisterPerson key={at} at={at} ticket={ticket} offer={offer} form={form} count={seats.length} />
                ))}
              </Leaf>
              {asked && (
                <Leaf id="questions" title={heading('questions', t('register.questionsHeading'))}>
                  <RegisterQuestions offer={offer} seats={seats} form={form} />
                </Leaf>
              )}
              <Leaf id="agreements" title={heading('agreements', t('register.agreementsHeading'))}>
                <RegisterAgreements form={form} count={seats.length} conductUrl={event.conductUrl} />
              </Leaf>
              {sum?.due && (
                <Leaf id="payment" title={heading('payment', t('register.paymentHeading'))}>
                  <RegisterPayment form={form} ways={view.ways} event={event} />
                </Leaf>
              )}
            </>
          )}
        </div>
        <RegisterSum sum={sum} form={form} event={event} seats={seats} />
      </form>
    </main>
  )
}

/** Who orders without coming: their name and address are asked once the box was ticked. */
function Orderer({ form, isGroup }: { form: FormState; isGroup: boolean }) {
  const { t } = usePage()
  const isOther = isForOthers(form)
  if (!isGroup && !isOther) return null
  return (
    <>
      <CheckField form={form} name="forOthers">
        {t('register.forOthers')}
      </CheckField>
      {isOther && (
        <fieldset>
          <legend className="big">{t('register.orderer')}</legend>
          <TextField
            form={form}
            name="orderer.fullName"
            label={t('register.fullName')}
            autoComplete="name"
            maxLength={200}
          />
          <TextField
            form={form}
            name="orderer.email"
            type="email"
            label={t('register.email')}
            hint={t('register.emailHint')}
            autoComplete="email"
            maxLength={191}
          />
        </fieldset>
      )}
    </>
  )
}

/** Only a form with a field for files is sent as one. */
function carriesFiles({ offer, form }: RegisterView, seats: OrderOffer['tickets']): boolean {
  return seats.some(
    (ticket, at) =>
      (ticket.eligibility !== 'none' && ticket.proof === 'upload') ||
      askedOf(offer, ticket, form, at).some(({ kind }) => kind === 'file'),
  )
}

/** Whose field it is, and for a question which: its own sentence says neither. */
function labelOf(name: string, { questions }: OrderOffer, people: number, t: Translate): string | undefined {
  if (name.startsWith('payer.')) return t('register.payer.heading')
  if (name.startsWith('orderer.')) return t('register.orderer')
  const [, number, code] = /^people\[(\d+)\](?:\.answers\.(.+))?/.exec(name) ?? []
  if (number === undefined) return undefined
  const person = people > 1 ? t('register.person', { number: Number(number) + 1 }) : undefined
  const label = code && questions.find((question) => question.code === code)?.label
  return [person, label && isolate(label)].filter(Boolean).join(t('common.listSeparator')) || undefined
}
