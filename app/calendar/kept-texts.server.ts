import { type Compilable, type Kysely, type SelectQueryBuilder, sql } from 'kysely'
import type { EntryText } from './calendar-entry.ts'
import { entriesOfEvents, entriesOfProgramme } from './entries.server.ts'
import type { CalendarSite } from './event-calendar.server.ts'
import { chosenSessions, type SessionChoice } from './queries.server.ts'
import { mannerOf, stampOf } from './text-stamp.ts'
import { type Stale, writeStale } from './write-stale.server.ts'
import type { Database } from '#db/schema.ts'

/** Told of what went wrong without failing the calendar: what could not be kept, or not be written. */
export type OnFault = (error: unknown) => void

/**
 * The texts of a query's events, in its order, by one question when all are kept; what is not, or was changed since, is
 * written and kept. Left out is what has no exact date.
 */
export async function eventTexts(
  db: Kysely<Database>,
  site: CalendarSite,
  events: SelectQueryBuilder<Database, 'events', object>,
  onFault: OnFault,
): Promise<Text[]> {
  const manner = mannerOf(site)
  const rows = events
    .leftJoin('calendarTexts', (join) =>
      join
        .onRef('calendarTexts.ownerId', '=', 'events.id')
        .on('calendarTexts.variant', '=', site.language)
        .on('calendarTexts.stamp', '=', stamp(manner, 'events')),
    )
    .select(['events.id', 'calendarTexts.zones', 'calendarTexts.text'])
  return await upToDate(db, { rows, site, onFault }, async (ids) => {
    const { events, entries } = await entriesOfEvents(db, site, ids)
    const entryOf = new Map(entries.map((entry) => [entry.uid, entry]))
    return events.map((event) => ({
      id: event.id,
      stamp: stampOf(manner, event),
      entry: entryOf.get(`event-${event.id}`) ?? null,
    }))
  })
}

/** The same of the public sessions of a public event, in the order of time. */
export async function sessionTexts(
  db: Kysely<Database>,
  site: CalendarSite,
  choice: SessionChoice,
  onFault: OnFault,
): Promise<Text[]> {
  const manner = mannerOf(site)
  const rows = chosenSessions(db, choice)
    .leftJoin('calendarTexts', (join) =>
      join
        .onRef('calendarTexts.ownerId', '=', 'sessions.id')
        .on('calendarTexts.variant', '=', site.language)
        .on('calendarTexts.stamp', '=', stamp(manner, 'sessions')),
    )
    .select(['sessions.id', 'calendarTexts.zones', 'calendarTexts.text'])
    .orderBy('sessions.startsAt')
    .orderBy('sessions.id')
  return await upToDate(db, { rows, site, onFault }, async () => {
    const programme = await entriesOfProgramme(db, site, choice)
    return (programme?.entries ?? []).map((entry) => ({
      id: entry.uid.slice('session-'.length),
      stamp: stampOf(manner, { ...entry, calendarAt: null }),
      entry,
    }))
  })
}

/** What stands in a calendar of an entry. */
export type Text = Pick<EntryText, 'text' | 'zones'>

interface Row {
  id: string
  /** Null when no text is kept, or one of another version. */
  zones: string | null
  text: string | null
}

interface Wanted {
  rows: Compilable
  site: CalendarSite
  onFault: OnFault
}

async function upToDate(
  db: Kysely<Database>,
  { rows: query, site, onFault }: Wanted,
  staleOf: (ids: string[]) => Promise<Stale[]>,
): Promise<Text[]> {
  // As the database names its columns: turning the names of thousands of rows takes longer than reading them.
  const { rows } = await db.withoutPlugins().executeQuery<Row>(query.compile())
  const missing = new Set(rows.flatMap(({ id, text }) => (text === null ? [id] : [])))
  const written = new Map<string, { zones: string; text: string }>()
  if (missing.size > 0) {
    const stale = (await staleOf([...missing])).filter(({ id }) => missing.has(id))
    for (const text of await writeStale(db, site, stale, onFault)) written.set(text.ownerId, text)
  }
  const texts: Text[] = []
  for (const row of rows) {
    const { text, zones } = row.text === null ? (written.get(row.id) ?? NOTHING) : row
    if (text) texts.push({ text, zones: zones ? zones.split(',') : NO_ZONES })
  }
  return texts
}

const NOTHING = { text: '', zones: '' }
const NO_ZONES: string[] = []

/** As `stampOf` has it. */
function stamp(manner: string, owner: 'events' | 'sessions') {
  const column = (name: string) => sql.ref(`${owner}.${name}`)
  const at = sql`coalesce(${column('calendarAt')}, ${column('updatedAt')})`
  return sql<string>`concat(${`${manner}.`}, ${column('sequence')}, '.', ${at})`
}
