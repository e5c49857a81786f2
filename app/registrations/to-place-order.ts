import type { z } from 'zod'
import { CONSENT_VERSION, isForOthers, isNamedLater, typedVouchers } from './order-form.ts'
import type { FormTicket, OrderOffer } from './order-offer.ts'
import type { orderFormSchema } from './order-schema.ts'
import { hasPayer } from './payer-form.ts'
import { type Place, peopleOf, placesOf, shownPrice } from './order-places.ts'
import type { PlaceOrder } from './placing.ts'
import { givenAnswers } from './questions/answer-schema.ts'
import { freezeAnswer } from './questions/freeze-answer.ts'
import { CONDUCT_VERSION } from '#app/people/conduct.ts'
import { type FormState, typedValue } from '#app/values/form-state.ts'

interface Around {
  language: string
  formKey: string
  me: { accountId: string } | null
  reservation?: PlaceOrder['reservation'] | undefined
}

/** What the checked form asks for, and which of its seats stands where. `formKey` stands in when the form's own was lost or altered. */
export function toPlaceOrder(
  offer: OrderOffer,
  wanted: FormTicket[],
  form: z.output<ReturnType<typeof orderFormSchema>>,
  { language, formKey, me, reservation }: Around,
): { order: PlaceOrder; places: Place[] } {
  const places = placesOf(offer, wanted, form.people)
  const consent = (kind: 'attendee-list' | 'photographs', isGiven: boolean) => ({
    kind,
    version: CONSENT_VERSION,
    isGiven,
  })
  const people = peopleOf(
    places,
    (at) => {
      const {
        ticket: _ticket,
        later,
        declared,
        memberNumber,
        proof,
        addons: _addons,
        guests: _guests,
        ...person
      } = form.people[at]!
      if (later) return { fullName: '', email: '', isUnnamed: true, proof: { isDeclared: declared } }
      const answers = givenAnswers(offer.questions, person.answers)
      return {
        ...person,
        answers: answers.map(({ question, value }) => freezeAnswer(question, value)),
        proof: { isDeclared: declared, memberNumber: memberNumber || null, fileId: proof },
      }
    },
    (ticket) => shownPrice(form.prices, ticket, offer.currency),
  )
  const due = form.shownDue
  const payer = form.payer?.name ? form.payer : null
  const order: PlaceOrder = {
    eventId: offer.event.id,
    formKey: form.formKey || formKey,
    language,
    people,
    currency: offer.currency,
    voucherCodes: typedVouchers(form.voucherCodes),
    paymentMethod: form.method ?? null,
    ...(form.orderer ? { orderer: form.orderer } : {}),
    ...(reservation ? { reservation } : {}),
    ...(payer ? { payer } : {}),
    ...(due === undefined
      ? {}
      : {
          shownDue:
            due === '0' || offer.currency === null ? null : { amountMinor: Number(due), currency: offer.currency },
        }),
    consents: [
      // That of the event, where it has one.
      { kind: 'conduct', version: offer.event.conductVersion ?? CONDUCT_VERSION, isGiven: form.conduct },
      consent('attendee-list', form.attendeeList),
      consent('photographs', form.photographs),
    ],
    actor: me ? { kind: 'account', id: me.accountId } : { kind: 'visitor' },
  }
  return { order, places }
}

/** The order as far as it is typed, for its sum: nothing of it is checked. */
export function draftOrder(
  offer: OrderOffer,
  wanted: FormTicket[],
  form: FormState,
  { language, reservation }: Pick<Around, 'language' | 'reservation'>,
): { order: PlaceOrder; places: Place[] } {
  const typed = (name: string) => typedValue(form, name) ?? ''
  const places = placesOf(
    offer,
    wanted,
    wanted.map((_ticket, at) => ({
      addons: form.values[`people[${at}].addons`] ?? [],
      guests: Object.fromEntries(offer.addons.map(({ code }) => [code, typed(`people[${at}].guests.${code}`)])),
    })),
  )
  const people = peopleOf(
    places,
    (at) => ({
      fullName: typed(`people[${at}].fullName`),
      email: typed(`people[${at}].email`),
      country: typed(`people[${at}].country`) || null,
      isUnnamed: isNamedLater(form, at),
    }),
    () => undefined,
  )
  const order: PlaceOrder = {
    eventId: offer.event.id,
    formKey: '',
    language,
    people,
    currency: offer.currency,
    voucherCodes: typedVouchers(typedValue(form, 'voucherCodes')),
    ...(isForOthers(form) ? { orderer: { fullName: typed('orderer.fullName'), email: typed('orderer.email') } } : {}),
    ...(reservation ? { reservation } : {}),
    ...(hasPayer(form)
      ? {
          payer: {
            name: typed('payer.name'),
            country: typed('payer.country') || null,
            taxNumber: typed('payer.taxNumber') || null,
          },
        }
      : {}),
  }
  return { order, places }
}
