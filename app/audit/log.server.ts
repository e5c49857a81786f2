import type { Kysely } from 'kysely'
import type { LogFilter } from './log-filter.ts'
import { addDays, type Instant, instantOf } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

export interface LogPlace {
  eventId: string
  /** For the days of the filter. */
  zone: string
}

export interface LogEntry {
  id: string
  at: Instant
  actorKind: 'account' | 'visitor' | 'system' | 'operator' | 'provider'
  actorId: string | null
  /** Who it is today; null once they are erased. */
  actorName: string | null
  action: string
  objectKind: string
  objectId: string
  before: Record<string, unknown>
  after: Record<string, unknown>
}

export const LOG_PAGE = 50

/** Entries of an event's log, the newest first, those before an entry where one is named: at most a page. */
export async function readLog(
  db: Kysely<Database>,
  {
    place,
    filter,
    before = null,
    limit = LOG_PAGE,
  }: {
    place: LogPlace
    filter: LogFilter
    before?: string | null
    limit?: number
  },
): Promise<LogEntry[]> {
  const mark = before === null ? null : await markOf(db, place.eventId, before)
  const rows = await entriesOf(db, place, filter)
    .leftJoin('accounts', 'accounts.id', 'auditEntries.actorId')
    .leftJoin('people', 'people.id', 'accounts.personId')
    .select(['auditEntries.id', 'auditEntries.at', 'actorKind', 'actorId', 'action', 'objectKind', 'objectId'])
    .select(['auditEntries.before', 'auditEntries.after', 'people.fullName', 'accounts.email'])
    .$if(mark !== null, (query) =>
      query.where((eb) =>
        eb.or([
          eb('auditEntries.at', '<', mark!.at),
          eb.and([eb('auditEntries.at', '=', mark!.at), eb('auditEntries.id', '<', mark!.id)]),
        ]),
      ),
    )
    .orderBy('auditEntries.at', 'desc')
    .orderBy('auditEntries.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ fullName, email, ...row }) => ({
    ...row,
    actorName: fullName || (email?.startsWith('erased:') ? null : email),
    before: JSON.parse(row.before) as Record<string, unknown>,
    after: JSON.parse(row.after) as Record<string, unknown>,
  }))
}

/** What an event's log can be narrowed to: the kinds of things in it, and the accounts that did something. */
export async function logChoices(db: Kysely<Database>, eventId: string) {
  const entries = db.selectFrom('auditEntries').where('auditEntries.eventId', '=', eventId)
  const [kinds, actors] = await Promise.all([
    entries.select('objectKind').distinct().orderBy('objectKind').execute(),
    entries
      .innerJoin('accounts', 'accounts.id', 'auditEntries.actorId')
      .innerJoin('people', 'people.id', 'accounts.personId')
      .select(['accounts.id', 'people.fullName', 'accounts.email', 'people.sortKey'])
      .where('actorKind', '=', 'account')
      .distinct()
      .orderBy('people.sortKey')
      .limit(200)
      .execute(),
  ])
  return {
    kinds: kinds.map(({ objectKind }) => objectKind),
    actors: actors.map(({ id, fullName, email }) => ({ id, name: fullName || email })),
  }
}

/** All entries that a filter means, the newest first, for a file: in pieces of at most 1,000. */
export async function* everyLogEntry(db: Kysely<Database>, place: LogPlace, filter: LogFilter) {
  for (let before: string | null = null; ;) {
    const rows: LogEntry[] = await readLog(db, { place, filter, before, limit: 1000 })
    if (rows.length > 0) yield rows
    if (rows.length < 1000) return
    before = rows.at(-1)!.id
  }
}

async function markOf(db: Kysely<Database>, eventId: string, id: string) {
  const found = await db
    .selectFrom('auditEntries')
    .select(['id', 'at'])
    .where('id', '=', id)
    .where('eventId', '=', eventId)
    .executeTakeFirst()
  return found ?? null
}

function entriesOf(db: Kysely<Database>, { eventId, zone }: LogPlace, filter: LogFilter) {
  const { kind, objectId, actorId, from, to } = filter
  return db
    .selectFrom('auditEntries')
    .where('auditEntries.eventId', '=', eventId)
    .$if(kind !== null, (query) => query.where('objectKind', '=', kind!))
    .$if(objectId !== null, (query) => query.where('objectId', '=', objectId!))
    .$if(actorId !== null, (query) => query.where('actorId', '=', actorId!))
    .$if(from !== null, (query) => query.where('auditEntries.at', '>=', instantOf(from!, '00:00', zone)))
    .$if(to !== null, (query) => query.where('auditEntries.at', '<', instantOf(addDays(to!, 1), '00:00', zone)))
}
