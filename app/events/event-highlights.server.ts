import type { Kysely } from 'kysely'
import { chooseHighlights } from './choose-highlights.ts'
import type { SessionView } from './event-view.ts'
import type { Database } from '#db/schema.ts'

/** More sessions than the longest programme has. */
const MOST = 1000

/** The public sessions that somebody would come for, and how many there are in all. */
export async function highlightsOf(
  db: Kysely<Database>,
  eventId: string,
): Promise<{ first: SessionView[]; count: number }> {
  const open = db.selectFrom('sessions').where('sessions.eventId', '=', eventId).where('isPublic', '=', 1)
  const [programme, counted] = await Promise.all([
    open
      .select(['id', 'code', 'kind', 'title', 'language', 'heldOn', 'startsAt', 'startsTime', 'endsTime', 'isStreamed'])
      .where('kind', 'not in', ['break', 'social'])
      .orderBy('startsAt')
      .orderBy('id')
      .limit(MOST)
      .execute(),
    open.select(({ fn }) => fn.countAll().as('count')).executeTakeFirstOrThrow(),
  ])
  const sessions = chooseHighlights(programme)
  const people = await db
    .selectFrom('sessionPeople')
    .select(['sessionId', 'fullName', 'affiliation'])
    .where('sessionId', 'in', ['', ...sessions.map(({ id }) => id)])
    .orderBy('position')
    .execute()
  const peopleOf = Map.groupBy(people, ({ sessionId }) => sessionId)
  return {
    first: sessions.map(({ startsAt: _, ...session }) => ({
      ...session,
      isStreamed: session.isStreamed === 1,
      people: (peopleOf.get(session.id) ?? []).map(({ fullName, affiliation }) => ({ fullName, affiliation })),
    })),
    count: Number(counted.count),
  }
}
