import type { Kysely } from 'kysely'
import type { EventFacts } from './event-facts.ts'
import { paidEvents } from './matching.server.ts'
import { isPublic } from '#app/calendar/is-public.server.ts'
import type { Database } from '#db/schema.ts'

const AT_ONCE = 1000

/** What is known of all events that the public sees, in the order of days, a part at a time. */
export async function* readAllFacts(db: Kysely<Database>): AsyncGenerator<EventFacts[]> {
  const paid = await paidIds(db)
  let last: { firstOn: string; id: string } | undefined
  do {
    const rows: FactRow[] = await factRows(db)
      .where('events.status', '!=', 'draft')
      .$if(last !== undefined, (query) =>
        query.where((eb) =>
          eb.and([
            eb('events.firstOn', '>=', last!.firstOn),
            eb.or([eb('events.firstOn', '>', last!.firstOn), eb('events.id', '>', last!.id)]),
          ]),
        ),
      )
      .orderBy('events.firstOn')
      .orderBy('events.id')
      .limit(AT_ONCE)
      .execute()
    yield rows.map((row) => factsOf(row, paid))
    last = rows.length === AT_ONCE ? rows.at(-1) : undefined
  } while (last)
}

/** Of the events that have changed since a content version, and the newest of theirs. */
export async function readChangedFacts(
  db: Kysely<Database>,
  since: number,
): Promise<{ version: number; facts: EventFacts[] }> {
  const changed = await db
    .selectFrom('eventSearch')
    .select(['eventId', 'changed'])
    .where('changed', '>', since)
    .execute()
  if (changed.length === 0) return { version: since, facts: [] }
  const ids = changed.map(({ eventId }) => eventId)
  const paid = await paidIds(db, ids)
  const facts: EventFacts[] = []
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const rows = await factRows(db)
      .where('events.id', 'in', ids.slice(from, from + AT_ONCE))
      .execute()
    for (const row of rows) facts.push(factsOf(row, paid))
  }
  return { version: changed.reduce((newest, row) => Math.max(newest, row.changed), since), facts }
}

type FactRow = Awaited<ReturnType<ReturnType<typeof factRows>['execute']>>[number]

function factRows(db: Kysely<Database>) {
  return db
    .selectFrom('events')
    .leftJoin('eventSearch', 'eventSearch.eventId', 'events.id')
    .select(['events.id', 'eventSearch.number', 'events.status', 'events.publishedAt', 'events.admission'])
    .select(['events.firstOn', 'events.lastOn', 'events.endsAt', 'events.postponedAt'])
    .select(['events.scholarshipFromAt', 'events.scholarshipUntilAt', 'events.hostId', 'events.seriesId'])
    .select(['events.country', 'events.format', 'events.level', 'events.languages', 'events.topics'])
}

async function paidIds(db: Kysely<Database>, ids: string[] | null = null): Promise<Set<string>> {
  if (ids !== null && ids.length > AT_ONCE) return await paidIds(db)
  const rows = await paidEvents(db)
    .$if(ids !== null, (query) => query.where('ticketTypes.eventId', 'in', ids!))
    .distinct()
    .execute()
  return new Set(rows.map(({ eventId }) => eventId))
}

function factsOf(row: FactRow, paid: Set<string>): EventFacts {
  const isPublished = row.status === 'published'
  return {
    ...row,
    isVisible: isPublic(row),
    isPostponed: isPublished && row.postponedAt !== null,
    scholarship:
      isPublished && row.scholarshipUntilAt !== null
        ? { from: row.scholarshipFromAt, until: row.scholarshipUntilAt }
        : null,
    isFree: row.admission !== 'none' && !paid.has(row.id),
    languages: row.languages === '' ? [] : row.languages.split(','),
    topics: row.topics === '' ? [] : row.topics.split(','),
  }
}
