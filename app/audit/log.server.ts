import type { Kysely } from 'kysely'
import type { LogFilter } from './log-filter.ts'
import type { Cursor } from '#app/values/cursor.ts'
import { addDays, type Instant, instantOf } from '#app/values/moment.ts'
import { keysetPage, nextRows, type Page, type SortKeys } from '#db/keyset.ts'
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

const LOG_PAGE = 50

const KEYS: SortKeys = [
  ['auditEntries.at', 'desc'],
  ['auditEntries.id', 'desc'],
]

/** A page of an event's log, the newest first. */
export async function readLog(
  db: Kysely<Database>,
  { place, filter, cursor }: { place: LogPlace; filter: LogFilter; cursor: Cursor },
): Promise<Page<LogEntry>> {
  const anchor = db.selectFrom('auditEntries').where('auditEntries.eventId', '=', place.eventId)
  const page = await keysetPage(listed(db, place, filter), { keys: KEYS, cursor, size: LOG_PAGE, anchor })
  return { ...page, rows: page.rows.map(asEntry) }
}

function listed(db: Kysely<Database>, place: LogPlace, filter: LogFilter) {
  return entriesOf(db, place, filter)
    .leftJoin('accounts', 'accounts.id', 'auditEntries.actorId')
    .leftJoin('people', 'people.id', 'accounts.personId')
    .select(['auditEntries.id', 'auditEntries.at', 'actorKind', 'actorId', 'action', 'objectKind', 'objectId'])
    .select(['auditEntries.before', 'auditEntries.after', 'people.fullName', 'accounts.email'])
}

type Row = Awaited<ReturnType<ReturnType<typeof listed>['execute']>>[number]

function asEntry({ fullName, email, ...row }: Row): LogEntry {
  return {
    ...row,
    actorName: fullName || (email?.startsWith('erased:') ? null : email),
    before: JSON.parse(row.before) as Record<string, unknown>,
    after: JSON.parse(row.after) as Record<string, unknown>,
  }
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

const AT_ONCE = 1000

/** All entries that a filter means, the newest first, for a file: in pieces of at most 1,000. */
export async function* everyLogEntry(db: Kysely<Database>, place: LogPlace, filter: LogFilter) {
  for (let after: [at: string, id: string] | null = null; ;) {
    const rows: Row[] = await nextRows(listed(db, place, filter), { keys: KEYS, after, limit: AT_ONCE })
    if (rows.length > 0) yield rows.map(asEntry)
    if (rows.length < AT_ONCE) return
    const last = rows.at(-1)!
    after = [last.at, last.id]
  }
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
