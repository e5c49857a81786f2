import type { Kysely } from 'kysely'
import type { SessionView } from './event-view.ts'
import type { Database } from '#db/schema.ts'

const HIGHLIGHTS = 6

/** The first public sessions that somebody would come for, and how many there are in all. */
export async function highlightsOf(
  db: Kysely<Database>,
  eventId: string,
): Promise<{ first: SessionView[]; count: number }> {
  const open = db.selectFrom('sessions').where('sessions.eventId', '=', eventId).where('isPublic', '=', 1)
  const [sessions, counted] = await Promise.all([
    open
      .select(['id', 'code', 'kind', 'title', 'language', 'heldOn', 'startsTime', 'endsTime', 'isStreamed'])
      .where('kind', 'not in', ['break', 'social'])
      .orderBy('startsAt')
      .orderBy('id')
      .limit(HIGHLIGHTS)
      .execute(),
    open.select(({ fn }) => fn.countAll().as('count')).executeTakeFirstOrThrow(),
  ])
  const people = await db
    .selectFrom('sessionPeople')
    .select(['sessionId', 'fullName', 'affiliation'])
    .where('sessionId', 'in', ['', ...sessions.map(({ id }) => id)])
    .orderBy('position')
    .execute()
  const peopleOf = Map.groupBy(people, ({ sessionId }) => sessionId)
  return {
    first: sessions.map((session) => ({
      ...session,
      isStreamed: session.isStreamed === 1,
      people: (peopleOf.get(session.id) ?? []).map(({ fullName, affiliation }) => ({ fullName, affiliation })),
    })),
    count: Number(counted.count),
  }
}
