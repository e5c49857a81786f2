import type { Kysely } from 'kysely'
import type { Standing } from '#app/programme/versions/concerns.ts'
import { emailKey } from '#app/values/text.ts'
import type { Database } from '#db/schema.ts'

/** Somebody whom the programme of an event may concern, each address once. */
export interface ProgrammeReader {
  /** Names them in an address that tells nothing of them: the id of a seat, or of a person of a session. */
  id: string
  email: string
  emailKey: string
  name: string
  language: string
  standing: Standing
}

/** One reason why the programme concerns an address. */
interface Reason extends Omit<ProgrammeReader, 'standing'> {
  /** The code of the track of a seat; '': a seat for everything; null: this is no seat. */
  track: string | null
  sessions: string[]
}

/**
 * Everybody on a seat that stands (of one without a name yet, whoever ordered it) and everybody of its sessions whose
 * address is known, or one of them by their address. The number of queries does not grow with them.
 */
export async function programmeReaders(
  db: Kysely<Database>,
  { eventId, only }: { eventId: string; only?: string },
): Promise<ProgrammeReader[]> {
  const { language } = await db
    .selectFrom('events')
    .select('language')
    .where('id', '=', eventId)
    .executeTakeFirstOrThrow()
  const reasons = [...(await seatReasons(db, eventId, only)), ...(await workReasons(db, eventId, language))]
  const together = Map.groupBy(reasons, (reason) => reason.emailKey)
  if (only !== undefined) return [...together].flatMap(([key, of]) => (key === only ? [readerOf(of)] : []))
  return [...together.values()].map(readerOf)
}

function readerOf(reasons: Reason[]): ProgrammeReader {
  const { track: _, sessions: __, ...first } = reasons[0]!
  const tracks = [...new Set(reasons.flatMap(({ track }) => track ?? []))]
  return {
    ...first,
    standing: {
      tracks: tracks.length === 0 ? null : tracks.includes('') ? 'all' : tracks,
      sessions: [...new Set(reasons.flatMap(({ sessions }) => sessions))],
    },
  }
}

/** What somebody takes beside a ticket is no seat at the sessions. */
async function seatReasons(db: Kysely<Database>, eventId: string, only: string | undefined): Promise<Reason[]> {
  const theirs = only === undefined ? [] : await seatsOf(db, eventId, only)
  const seats = await db
    .selectFrom('registrations')
    .innerJoin('orders', 'orders.id', 'registrations.orderId')
    .innerJoin('people as person', 'person.id', 'registrations.personId')
    .innerJoin('people as orderer', 'orderer.id', 'orders.personId')
    .leftJoin('tracks', 'tracks.id', 'registrations.trackId')
    .select(['registrations.id', 'orders.language', 'tracks.code as track', 'person.email', 'person.fullName as name'])
    .select(['person.emailKey', 'orderer.emailKey as ordererKey'])
    .select(['orderer.email as ordererEmail', 'orderer.fullName as ordererName'])
    .where('registrations.eventId', '=', eventId)
    .where('registrations.state', 'in', ['held', 'confirmed'])
    .where('registrations.mainRegistrationId', 'is', null)
    .$if(only !== undefined, (query) => query.where('registrations.id', 'in', theirs))
    .orderBy('registrations.id')
    .execute()
  const signedUp = await db
    .selectFrom('sessionSignUps')
    .innerJoin('sessions', 'sessions.id', 'sessionSignUps.sessionId')
    .select(['sessionSignUps.registrationId', 'sessionSignUps.sessionId'])
    .where('sessions.eventId', '=', eventId)
    .$if(only !== undefined, (query) => {
      return query.where('sessionSignUps.registrationId', 'in', seats.length === 0 ? [''] : seats.map(({ id }) => id))
    })
    .execute()
  const sessionsOf = Map.groupBy(signedUp, ({ registrationId }) => registrationId)
  return seats.flatMap(({ ordererEmail, ordererKey, ordererName, ...seat }) => {
    const isNamed = seat.email !== null && seat.emailKey !== null
    const { email, emailKey, name } = isNamed ? seat : { email: ordererEmail, emailKey: ordererKey, name: ordererName }
    if (email === null || emailKey === null) return []
    const sessions = (sessionsOf.get(seat.id) ?? []).map(({ sessionId }) => sessionId)
    return [{ ...seat, email, emailKey, name, track: seat.track ?? '', sessions }]
  })
}

/** The seats that an address sits on or has ordered: two questions, since no index answers both at once. */
async function seatsOf(db: Kysely<Database>, eventId: string, emailKey: string): Promise<string[]> {
  const known = db.selectFrom('people').select('id').where('emailKey', '=', emailKey)
  const sat = await db
    .selectFrom('registrations')
    .select('id')
    .where('personId', 'in', known)
    .where('eventId', '=', eventId)
    .execute()
  const ordered = await db
    .selectFrom('registrations')
    .innerJoin('orders', 'orders.id', 'registrations.orderId')
    .select('registrations.id')
    .where('orders.personId', 'in', known)
    .where('registrations.eventId', '=', eventId)
    .execute()
  return ['', ...sat.map(({ id }) => id), ...ordered.map(({ id }) => id)]
}

async function workReasons(db: Kysely<Database>, eventId: string, language: string): Promise<Reason[]> {
  const people = await db
    .selectFrom('sessionPeople')
    .innerJoin('sessions', 'sessions.id', 'sessionPeople.sessionId')
    .select(['sessionPeople.id', 'sessionPeople.email', 'sessionPeople.fullName as name', 'sessionPeople.sessionId'])
    .where('sessions.eventId', '=', eventId)
    .where('sessionPeople.email', 'is not', null)
    .orderBy('sessionPeople.id')
    .execute()
  return people.flatMap(({ sessionId, email, ...person }) =>
    email === null
      ? []
      : [{ ...person, email, emailKey: emailKey(email), language, track: null, sessions: [sessionId] }],
  )
}
