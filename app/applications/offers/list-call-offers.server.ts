import type { Kysely } from 'kysely'
import { OFFERS_PAGE } from './offer-states.ts'
import type { Cursor } from '#app/values/cursor.ts'
import { keysetPage } from '#db/keyset.ts'
import type { CallOffersTable, Database } from '#db/schema.ts'

/** One page of the offers of a call, the newest first, and how many there are by state. */
export async function listCallOffers(
  db: Kysely<Database>,
  { callId, state, cursor }: { callId: string; state: CallOffersTable['state'] | null; cursor: Cursor },
) {
  const list = db
    .selectFrom('callOffers')
    .innerJoin('applications', 'applications.id', 'callOffers.applicationId')
    .innerJoin('people', 'people.id', 'applications.personId')
    .leftJoin('awards', 'awards.id', 'callOffers.awardId')
    .select(['callOffers.id', 'callOffers.state', 'callOffers.untilAt', 'callOffers.wave', 'callOffers.choiceId'])
    .select(['callOffers.reason', 'callOffers.orderId', 'applications.number', 'awards.packageId', 'people.fullName'])
    .innerJoin('events', 'events.id', 'callOffers.eventId')
    .select(['awards.state as awardState', 'events.slug as eventSlug'])
    .where('callOffers.callId', '=', callId)
    .$if(state !== null, (query) => query.where('callOffers.state', '=', state!))
  const { rows: offers, steps } = await keysetPage(list, {
    keys: [
      ['callOffers.createdAt', 'desc'],
      ['callOffers.id', 'asc'],
    ],
    cursor,
    size: OFFERS_PAGE,
    anchor: db.selectFrom('callOffers').where('callOffers.callId', '=', callId),
  })
  const rows = await db
    .selectFrom('callOffers')
    .select('state')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('callId', '=', callId)
    .groupBy('state')
    .execute()
  const seats = await standingSeats(
    db,
    offers.flatMap(({ orderId }) => orderId ?? []),
  )
  const standing = offers.map(({ orderId, awardState, ...offer }) => ({
    ...offer,
    /** The registration that an accepted one led to, while it stands. */
    registrationId: orderId === null ? null : (seats.get(orderId)?.id ?? null),
    isGone:
      offer.state === 'accepted' &&
      (orderId === null ? awardState !== 'accepted' && awardState !== 'ended' : !seats.has(orderId)),
  }))
  return { offers: standing, steps, counts: Object.fromEntries(rows.map((row) => [row.state, Number(row.count)])) }
}

/** The main seat of each order, where it stands. */
async function standingSeats(db: Kysely<Database>, orderIds: string[]) {
  if (orderIds.length === 0) return new Map<string, { id: string; code: string }>()
  const seats = await db
    .selectFrom('registrations')
    .select(['id', 'code', 'orderId'])
    .where('orderId', 'in', orderIds)
    .where('state', 'in', ['held', 'confirmed'])
    .where('mainRegistrationId', 'is', null)
    .execute()
  return new Map(seats.map(({ orderId, ...seat }) => [orderId, seat]))
}

/** The seat that an accepted offer led to, while it stands. */
export async function seatOfOffer(db: Kysely<Database>, orderId: string | null) {
  return orderId === null ? null : ((await standingSeats(db, [orderId])).get(orderId) ?? null)
}

/** One offer of a call with its receiver's name; null when it is not the call's. */
export async function findCallOffer(db: Kysely<Database>, { callId, offerId }: { callId: string; offerId: string }) {
  const offer = await db
    .selectFrom('callOffers')
    .innerJoin('applications', 'applications.id', 'callOffers.applicationId')
    .innerJoin('people', 'people.id', 'applications.personId')
    .leftJoin('awards', 'awards.id', 'callOffers.awardId')
    .select(['callOffers.id', 'callOffers.state', 'callOffers.orderId', 'people.fullName'])
    .select('awards.state as awardState')
    .where('callOffers.id', '=', offerId)
    .where('callOffers.callId', '=', callId)
    .executeTakeFirst()
  return offer ?? null
}
