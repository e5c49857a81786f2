import type { Kysely } from 'kysely'
import { instructorsOf } from '../rosters/tell-instructors.server.ts'
import { fold } from '#app/values/text.ts'
import type { Database } from '#db/schema.ts'

export interface FellowInstructor {
  name: string
  /** Null: somebody of the programme without an account here. */
  email: string | null
  trackIds: string[] | 'all'
}

/**
 * Who else teaches at an event: accounts with the role by their address, then those whom the programme names as
 * instructors and who have no account, by their name alone.
 */
export async function fellowInstructors(
  db: Kysely<Database>,
  { event, accountId }: { event: { id: string; seriesId: string; language: string }; accountId: string },
): Promise<FellowInstructor[]> {
  const [accounts, named] = await Promise.all([
    instructorsOf(db, event),
    db
      .selectFrom('sessionPeople')
      .innerJoin('sessions', 'sessions.id', 'sessionPeople.sessionId')
      .select(['sessionPeople.fullName', 'sessions.trackId'])
      .distinct()
      .where('sessions.eventId', '=', event.id)
      .where('sessionPeople.role', 'in', ['lead-instructor', 'instructor', 'assistant'])
      .orderBy('sessionPeople.fullName')
      .execute(),
  ])
  const known = new Set(accounts.map(({ name }) => fold(name)))
  const others = Map.groupBy(
    named.filter(({ fullName }) => fullName !== '' && !known.has(fold(fullName))),
    ({ fullName }) => fullName,
  )
  return [
    ...accounts
      .filter((one) => one.accountId !== accountId)
      .map(({ name, email, trackIds }) => ({ name, email, trackIds })),
    ...[...others].map(([name, own]) => {
      const trackIds = own.flatMap(({ trackId }) => trackId ?? [])
      return { name, email: null, trackIds: trackIds.length < own.length ? ('all' as const) : trackIds }
    }),
  ]
}
