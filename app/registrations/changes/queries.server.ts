import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** Seats of an event that somebody wants to pass on and that wait for an organizer, the oldest first. */
export async function waitingSubstitutions(
  db: Kysely<Database>,
  { eventId, page, size }: { eventId: string; page: number; size: number },
) {
  const waiting = db
    .selectFrom('seatChanges as change')
    .where('change.eventId', '=', eventId)
    .where('change.kind', '=', 'person')
    .where('change.state', '=', 'open')
  const rows = await waiting
    .innerJoin('registrations', 'registrations.id', 'change.registrationId')
    .innerJoin('people as from', 'from.id', 'registrations.personId')
    .innerJoin('people as to', 'to.id', 'change.toPersonId')
    .select(['change.id', 'change.createdAt', 'registrations.code'])
    .select(['from.fullName as fromName', 'from.affiliation as fromAffiliation'])
    .select(['to.fullName as toName', 'to.affiliation as toAffiliation', 'to.email as toEmail', 'to.country'])
    .orderBy('change.createdAt')
    .orderBy('change.id')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  const { count } = await waiting.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  return { rows, total: Number(count) }
}

/** How many seats of an event wait to be passed on. */
export async function countSubstitutions(db: Kysely<Database>, eventId: string): Promise<number> {
  const { count } = await db
    .selectFrom('seatChanges')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('eventId', '=', eventId)
    .where('kind', '=', 'person')
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  return Number(count)
}
