import type { Kysely, Selectable } from 'kysely'
import { carriedAnswers } from './carried-answers.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import { CONDUCT_VERSION } from '#app/people/conduct.ts'
import { CONSENT_VERSION } from '#app/registrations/order-form.ts'
import type { PlaceOrder } from '#app/registrations/placing.ts'
import type { CallOffersTable, ComponentKind, Database } from '#db/schema.ts'

interface Wanted {
  offer: Selectable<CallOffersTable>
  isOnAttendeeList: boolean
  mayBePhotographed: boolean
  components: ComponentKind[]
  actor: Actor
}

/**
 * The order that an accepted offer places: who applied, with what they typed, on the seat that is held for them, at the
 * price of the day of the offer. The form's key is the offer's, so that there is one order for it ever.
 */
export async function orderOfOffer(
  db: Kysely<Database>,
  { offer, isOnAttendeeList, mayBePhotographed, components, actor }: Wanted,
): Promise<PlaceOrder> {
  const row = await db
    .selectFrom('applications')
    .innerJoin('people', 'people.id', 'applications.personId')
    .innerJoin('events', (join) => join.on('events.id', '=', offer.eventId))
    .select(['applications.language', 'people.fullName', 'people.latinName', 'people.badgeName', 'people.email'])
    .select(['people.country', 'people.affiliation', 'events.language as own', 'events.conductVersion'])
    .where('applications.id', '=', offer.applicationId)
    .executeTakeFirstOrThrow()
  const ticketTypeId = offer.ticketTypeId!
  const wanted = { applicationId: offer.applicationId, eventId: offer.eventId, ticketTypeId }
  const answers = await carriedAnswers(db, { ...wanted, language: row.language, own: row.own })
  const consent = (kind: 'attendee-list' | 'photographs', isGiven: boolean) =>
    ({ kind, version: CONSENT_VERSION, isGiven }) as const
  return {
    eventId: offer.eventId,
    formKey: `admission-${offer.id}`,
    language: row.language,
    currency: components.includes('fee') ? await priceListOf(db, offer) : null,
    people: [
      {
        ticketTypeId,
        fullName: row.fullName,
        latinName: row.latinName,
        badgeName: row.badgeName,
        email: row.email ?? '',
        country: row.country,
        affiliation: row.affiliation,
        answers,
      },
    ],
    consents: [
      { kind: 'conduct', version: row.conductVersion ?? CONDUCT_VERSION, isGiven: true },
      consent('attendee-list', isOnAttendeeList),
      consent('photographs', mayBePhotographed),
    ],
    ...(offer.reservationId === null ? {} : { reservation: { id: offer.reservationId, pricedAt: offer.createdAt } }),
    actor,
    isPrivileged: true,
  }
}

/** The award's currency where the ticket is sold in it, so that its fee component can pay; else the event's own. */
async function priceListOf(
  db: Kysely<Database>,
  { awardId, ticketTypeId }: Selectable<CallOffersTable>,
): Promise<string | null> {
  const step = await db
    .selectFrom('awards')
    .innerJoin('priceSteps', 'priceSteps.currency', 'awards.currency')
    .select('awards.currency')
    .where('awards.id', '=', awardId)
    .where('priceSteps.ticketTypeId', '=', ticketTypeId)
    .limit(1)
    .executeTakeFirst()
  return step?.currency ?? null
}
