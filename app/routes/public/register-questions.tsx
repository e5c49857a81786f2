import { askedOf } from '#app/registrations/order-form.ts'
import type { FormTicket, OrderOffer } from '#app/registrations/order-offer.ts'
import { QuestionField } from '#app/ui/question-field.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { type FormState, typedValue } from '#app/values/form-state.ts'

/** The questions of one person stand bare; those of several each under their name. */
export function RegisterQuestions({ offer, seats, form }: { offer: OrderOffer; seats: FormTicket[]; form: FormState }) {
  const { t } = usePage()
  return seats.map((ticket, at) => {
    const questions = askedOf(offer, ticket, form, at)
    const fields = questions.map((question) => (
      <QuestionField
        key={question.id}
        question={question}
        name={`people[${at}].answers.${question.code}`}
        form={form}
      />
    ))
    const shown = (
      <input type="hidden" name={`people[${at}].asked`} value={questions.map(({ code }) => code).join(' ')} />
    )
    if (seats.length === 1)
      return (
        <div key={at}>
          {shown}
          {fields}
        </div>
      )
    if (questions.length === 0) return null
    const name = typedValue(form, `people[${at}].fullName`)
    return (
      <fieldset key={at}>
        <legend className="big">{name ? <bdi>{name}</bdi> : t('register.person', { number: at + 1 })}</legend>
        {shown}
        {fields}
      </fieldset>
    )
  })
}
