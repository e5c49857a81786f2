import type { z } from 'zod'
import { CONSENT_VERSION, type orderFormSchema } from './order-form.ts'
import type { OrderOffer } from './order-offer.ts'
import type { PlaceOrder } from './placing.ts'

/** What the checked form asks for. `formKey` stands in when the form's own was lost or altered. */
export function toPlaceOrder(
  { event, questions }: OrderOffer,
  form: z.output<ReturnType<typeof orderFormSchema>>,
  { language, formKey, me }: { language: string; formKey: string; me: { accountId: string } | null },
): PlaceOrder {
  const idOf = new Map(questions.map(({ id, code }) => [code, id]))
  const consent = (kind: 'conduct' | 'attendee-list' | 'photographs', isGiven: boolean) => ({
    kind,
    version: CONSENT_VERSION,
    isGiven,
  })
  return {
    eventId: event.id,
    formKey: form.formKey || formKey,
    language,
    people: form.people.map(({ ticket, shown, answers, ...person }) => ({
      ...person,
      ticketTypeId: ticket,
      shown: shown === 0 ? null : { amountMinor: shown, currency: event.currency ?? '' },
      answers: Object.entries(answers).map(([code, value]) => ({ questionId: idOf.get(code)!, value })),
    })),
    paymentMethod: form.method ?? null,
    consents: [
      consent('conduct', form.conduct),
      consent('attendee-list', form.attendeeList),
      consent('photographs', form.photographs),
    ],
    actor: me ? { kind: 'account', id: me.accountId } : { kind: 'visitor' },
  }
}
