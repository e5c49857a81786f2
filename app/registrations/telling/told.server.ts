import type { Kysely } from 'kysely'
import type { EventNewsTemplate } from './tell-participants.server.ts'
import type { Database } from '#db/schema.ts'

export interface Told {
  email: string
  name: string
  language: string
}

/** How many people would be told, in one query. */
export async function countTold(db: Kysely<Database>, eventId: string, template: EventNewsTemplate): Promise<number> {
  const { seated, orderers, calledOff } = whomOf(db, eventId)
  const known = seated.select('people.emailKey').union(orderers.select('people.emailKey'))
  const all =
    template === 'event-reinstated' ? known.union(calledOff.select('messages.recipientKey as emailKey')) : known
  const { count } = await db
    .selectFrom(all.as('whom'))
    .select((row) => row.fn.count<number | string>('whom.emailKey').as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/**
 * Whom an event's news are for, each address once: everybody on a seat that stands, and whoever ordered it; that it is
 * held after all also who was told that it is cancelled. In two queries, three for that.
 */
export async function listTold(db: Kysely<Database>, eventId: string, template: EventNewsTemplate): Promise<Told[]> {
  const { seated, orderers, calledOff } = whomOf(db, eventId)
  const found = [
    await seated
      .select(['people.emailKey', 'people.email', 'people.fullName as name', 'orders.language'])
      .orderBy('registrations.id')
      .execute(),
    await orderers
      .select(['people.emailKey', 'people.email', 'people.fullName as name', 'orders.language'])
      .distinct()
      .execute(),
    template === 'event-reinstated'
      ? await calledOff
          .select(['recipientKey as emailKey', 'recipientEmail as email', 'recipientName as name', 'language'])
          .execute()
      : [],
  ].flat()
  const people = new Map<string, Told>()
  for (const { emailKey, email, name, language } of found)
    if (emailKey !== null && email !== null && !people.has(emailKey)) people.set(emailKey, { email, name, language })
  return [...people.values()]
}

function whomOf(db: Kysely<Database>, eventId: string) {
  const active = db
    .selectFrom('registrations')
    .innerJoin('orders', 'orders.id', 'registrations.orderId')
    .where('registrations.eventId', '=', eventId)
    .where('registrations.state', 'in', ['held', 'confirmed'])
  return {
    seated: active.innerJoin('people', 'people.id', 'registrations.personId'),
    orderers: active.innerJoin('people', 'people.id', 'orders.personId'),
    calledOff: db
      .selectFrom('messages')
      .where('eventId', '=', eventId)
      .where('template', '=', 'event-cancelled')
      .where('recipientEmail', '<>', ''),
  }
}
