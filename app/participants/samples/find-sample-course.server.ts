import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** A sample with what is known by codes and addresses only, by its ids. */
export interface SampleCourse {
  event: { id: string; seriesId: string }
  /** By their codes. */
  tracks: Map<string, string>
  sessions: Map<string, string>
  /** The registrations by the addresses of their people. */
  seats: Map<string, string>
  /** The demonstration's accounts by their addresses. */
  accounts: Map<string, string>
}

/** Null when there is none of that slug. */
export async function findSampleCourse(db: Kysely<Database>, slug: string): Promise<SampleCourse | null> {
  const event = await db
    .selectFrom('events')
    .select(['id', 'seriesId'])
    .where('slug', '=', slug)
    .where('isSample', '=', 1)
    .executeTakeFirst()
  if (!event) return null
  const tracks = await db.selectFrom('tracks').select(['id', 'code']).where('eventId', '=', event.id).execute()
  const sessions = await db.selectFrom('sessions').select(['id', 'code']).where('eventId', '=', event.id).execute()
  const seats = await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .select(['registrations.id', 'people.email'])
    .where('registrations.eventId', '=', event.id)
    .execute()
  const accounts = await db.selectFrom('accounts').select(['id', 'email']).execute()
  return {
    event,
    tracks: new Map(tracks.map(({ id, code }) => [code, id])),
    sessions: new Map(sessions.flatMap(({ id, code }) => (code ? [[code, id] as const] : []))),
    seats: new Map(seats.map(({ id, email }) => [email ?? '', id])),
    accounts: new Map(accounts.map(({ id, email }) => [email, id])),
  }
}
