import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { joinWaitingList, type JoinWaitingList } from '#app/waiting-list/join-waiting-list.server.ts'
import { NO_RULES, type Rules } from '#app/waiting-list/queue.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import type { Database } from '#db/schema.ts'
import { NOW } from '#tests/support/app.ts'
import { givenEvent, type GivenTicket } from '#tests/support/given.ts'
import { anOrder, aPerson, placed } from '#tests/registrations/an-order.ts'

type Given = Awaited<ReturnType<typeof givenEvent>>

/** An event whose list is open, and whose first ticket is full: one order of a confirmed seat for each of its seats. */
export async function givenFullEvent(
  db: Kysely<Database>,
  { seats = 2, tickets, rules = {} }: { seats?: number; tickets?: GivenTicket[]; rules?: Partial<Rules> } = {},
) {
  const event = await givenEvent(db, { tickets: tickets ?? [{ seats }] })
  await openList(db, event.id, rules)
  const orders = []
  for (let at = 0; at < seats; at++) orders.push(await placed(db, anOrder(event)))
  return { ...event, orders }
}

export async function openList(db: Kysely<Database>, eventId: string, rules: Partial<Rules> = {}) {
  await db
    .insertInto('waitingListRules')
    .values({ eventId, ...NO_RULES, isOpen: 1, ...rules })
    .execute()
}

let number = 0

export function aWish(event: Pick<Given, 'id' | 'tickets'>, given: Partial<JoinWaitingList> = {}): JoinWaitingList {
  number++
  return {
    eventId: event.id,
    formKey: randomUUID(),
    fullName: `Waiting ${number}`,
    email: `waiting-${number}@example.org`,
    language: 'en',
    ticketTypeIds: [event.tickets[0]!.id],
    partySize: 1,
    isAllOrNothing: true,
    wantedUntilAt: null,
    now: NOW,
    ...given,
  }
}

export async function joined(db: Kysely<Database>, wish: JoinWaitingList): Promise<string> {
  const result = await joinWaitingList(db, wish)
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.value.entryId
}

export async function entryOf(db: Kysely<Database>, id: string) {
  return await db.selectFrom('waitingListEntries').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

export async function openOffersOf(db: Kysely<Database>, eventId: string) {
  return await db
    .selectFrom('offers')
    .selectAll()
    .where('eventId', '=', eventId)
    .where('state', '=', 'open')
    .orderBy('id')
    .execute()
}

export async function mailsOf(db: Kysely<Database>, subjectId: string): Promise<string[]> {
  const rows = await db.selectFrom('messages').select('template').where('subjectId', '=', subjectId).execute()
  return rows.map(({ template }) => template)
}

/** An order placed with what an offer holds. */
export function orderWith(
  event: Pick<Given, 'id' | 'tickets'>,
  offer: { ticketTypeId: string; reservationId: string; pricedAt: string | null; seats: number },
  seats = offer.seats,
) {
  return anOrder(event, {
    people: Array.from({ length: seats }, () => aPerson(offer.ticketTypeId)),
    reservation: { id: offer.reservationId, pricedAt: offer.pricedAt },
  })
}

export async function broken(db: Kysely<Database>) {
  return (await checkInvariants(db)).filter(({ violations }) => violations > 0)
}
