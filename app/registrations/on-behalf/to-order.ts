import type { OnBehalfForm } from './on-behalf-form.ts'
import { CONSENT_VERSION } from '../order-form.ts'
import type { PlaceOrder } from '../placing.ts'
import type { Actor } from '#app/audit/record.server.ts'

/** Behind the version of a text that somebody was told instead of reading it: who told it is on the order's record. */
export const TOLD = ' told'

/** The order that an organizer's form asks for. The first person is the one whom the mails go to. */
export function toOrder(
  form: OnBehalfForm,
  { eventId, formKey, actor }: { eventId: string; formKey: string; actor: Actor },
): PlaceOrder {
  const consent = (kind: 'conduct' | 'attendee-list' | 'photographs', isGiven: boolean) => ({
    kind,
    version: `${CONSENT_VERSION}${TOLD}`,
    isGiven,
  })
  return {
    eventId,
    formKey: form.formKey || formKey,
    language: form.language,
    people: form.people.map(({ ticket, latinName, affiliation, country, ...person }) => ({
      ...person,
      ticketTypeId: ticket,
      latinName: latinName || null,
      affiliation: affiliation || null,
      country: country || null,
    })),
    consents: [
      consent('conduct', form.told),
      consent('attendee-list', form.attendeeList),
      consent('photographs', form.photographs),
    ],
    actor,
    isPrivileged: true,
  }
}
