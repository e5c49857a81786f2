import { RegisterAgreements } from './register-agreements.tsx'
import { RegisterPayment } from './register-payment.tsx'
import { RegisterPerson } from './register-person.tsx'
import { RegisterQuestion } from './register-question.tsx'
import { RegisterSum } from './register-sum.tsx'
import { RegisterTickets } from './register-tickets.tsx'
import { questionsFor, wantedTickets } from '#app/registrations/order-form.ts'
import type { FormTicket, OrderOffer } from '#app/registrations/order-offer.ts'
import type { Translate } from '#app/locales/translate.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { formatDays } from '#app/values/dates.ts'
import { type FormState, typedValue } from '#app/values/form-state.ts'

export function RegisterForm({
  offer,
  form,
  methods,
  formKey,
}: {
  offer: OrderOffer
  form: FormState
  methods: string[]
  formKey: string
}) {
  const { t, path, language } = usePage()
  const { event } = offer
  const seats = wantedTickets(form, offer.tickets)
  const isPaid = seats.some(({ price }) => price !== null)
  const asked = seats.some((ticket) => questionsFor(offer, ticket).length > 0)
  const sections = ['tickets', 'people', ...(asked ? ['questions'] : []), 'agreements', 'payment']
  const heading = (id: string, text: string) =>
    t('register.numbered', { number: sections.indexOf(id) + 1, heading: text })
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
      </div>
      <form method="post" action={path(`/events/${event.slug}/register`)} className="rail form" noValidate>
        <div>
          <input type="hidden" name="formKey" value={typedValue(form, 'formKey') ?? formKey} />
          <Leaf id="tickets" title={heading('tickets', t('register.ticketsHeading'))}>
            <RegisterTickets offer={offer} form={form} isChosen={seats.length > 0} />
          </Leaf>
          {seats.length > 0 && (
            <>
              <Leaf id="people" title={heading('people', t('register.peopleHeading'))}>
                {seats.map((ticket, at) => (
                  <RegisterPerson key={at} at={at} ticket={ticket} form={form} isAlone={seats.length === 1} />
                ))}
              </Leaf>
              {asked && (
                <Leaf id="questions" title={heading('questions', t('register.questionsHeading'))}>
                  <Questions offer={offer} seats={seats} form={form} />
                </Leaf>
              )}
              <Leaf id="agreements" title={heading('agreements', t('register.agreementsHeading'))}>
                <RegisterAgreements form={form} count={seats.length} />
              </Leaf>
              {isPaid && (
                <Leaf id="payment" title={heading('payment', t('register.paymentHeading'))}>
                  <RegisterPayment form={form} methods={methods} contactEmail={event.contactEmail} />
                </Leaf>
              )}
            </>
          )}
        </div>
        <RegisterSum seats={seats} form={form} event={event} />
      </form>
    </main>
  )
}

/** The questions of one person stand bare; those of several each under their name. */
function Questions({ offer, seats, form }: { offer: OrderOffer; seats: FormTicket[]; form: FormState }) {
  const { t } = usePage()
  return seats.map((ticket, at) => {
    const questions = questionsFor(offer, ticket).map((question) => (
      <RegisterQuestion
        key={question.id}
        question={question}
        name={`people[${at}].answers.${question.code}`}
        form={form}
      />
    ))
    if (seats.length === 1) return <div key={at}>{questions}</div>
    if (questions.length === 0) return null
    const name = typedValue(form, `people[${at}].fullName`)
    return (
      <fieldset key={at}>
        <legend className="big">{name ? <bdi>{name}</bdi> : t('register.person', { number: at + 1 })}</legend>
        {questions}
      </fieldset>
    )
  })
}

/** Whose field it is, and for a question which: its own sentence says neither. */
function labelOf(name: string, { questions }: OrderOffer, people: number, t: Translate): string | undefined {
  const [, number, code] = /^people\[(\d+)\](?:\.answers\.(.+))?/.exec(name) ?? []
  if (number === undefined) return undefined
  const person = people > 1 ? t('register.person', { number: Number(number) + 1 }) : undefined
  const label = code && questions.find((question) => question.code === code)?.label
  return [person, label].filter(Boolean).join(t('common.listSeparator')) || undefined
}
