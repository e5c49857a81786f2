import type { Kysely } from 'kysely'
import type { TemplateName } from '#app/mail/enqueue.server.ts'
import type { Database } from '#db/schema.ts'

export type EventNewsTemplate = Extract<TemplateName, `event-${'moved' | 'postponed' | 'reinstated' | 'cancelled'}`>

export interface Told {
  /** Of the person, or of the mail that told them of a cancelling. */
  id: string
  email: string
  emailKey: string
  name: string
  language: string
  /** The order that they placed, else one with a seat of theirs. */
  orderId: string
}

/** Somebody who has a seat and is told nothing, and why. */
export interface LeftOut {
  id: string
  name: string
  code: string
  reason: 'erased' | 'unnamed' | 'no-address'
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
 * held after all also who was told that it is cancelled. And who of them cannot be told. In two queries, three for that.
 */
export async function planTelling(
  db: Kysely<Database>,
  eventId: string,
  template: EventNewsTemplate,
): Promise<{ told: Told[]; leftOut: LeftOut[] }> {
  const { seated, orderers, calledOff } = whomOf(db, eventId)
  const person = ['people.id', 'people.emailKey', 'people.email', 'people.fullName as name', 'orders.language'] as const
  const seats = await seated
    .select([...person, 'registrations.orderId', 'registrations.code', 'people.erasedAt'])
    .orderBy('registrations.id')
    .execute()
  const ordered = await orderers
    .select([...person, 'registrations.orderId'])
    .distinct()
    .orderBy('registrations.orderId')
    .execute()
  const before =
    template === 'event-reinstated'
      ? await calledOff
          .select(['id', 'recipientKey as emailKey', 'recipientEmail as email', 'recipientName as name', 'language'])
          .select('subjectId as orderId')
          .execute()
      : []
  const told = new Map<string, Told>()
  for (const { id, emailKey, email, name, language, orderId } of [...seats, ...ordered, ...before])
    if (emailKey !== null && email !== null && !told.has(emailKey))
      told.set(emailKey, { id, email, emailKey, name, language, orderId })
  for (const { emailKey, orderId } of ordered.toReversed()) if (emailKey !== null) told.get(emailKey)!.orderId = orderId
  const silent = new Map(seats.filter(({ email }) => email === null).map((seat) => [seat.id, seat]))
  const leftOut = [...silent.values()].map(({ id, name, code, erasedAt }) => {
    const reason = erasedAt !== null ? 'erased' : name === '' ? 'unnamed' : 'no-address'
    return { id, name, code, reason } satisfies LeftOut
  })
  return { told: [...told.values()], leftOut }
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
