import type { Kysely } from 'kysely'
import { noteDeadlines } from './deadlines/note-deadlines.server.ts'
import { keepPrivate } from './document/keep-private.ts'
import { parseDocuments, type PlacedDocument, problemsWithin } from './document/parse.ts'
import type { Problem } from './document/problems.ts'
import { readDocuments } from './document/read-documents.server.ts'
import { findKnown, inParts, missingReferences, parentsFirst } from './document/resolve.server.ts'
import { isSame } from './document/same.ts'
import { writeEvents } from './document/write-events.server.ts'
import { writeSurroundings } from './document/write-surroundings.server.ts'
import type { Written } from './document/written.ts'
import { bumpContentVersion } from './event-changed.server.ts'
import { refreshSearch } from './refresh-search.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { noteCalendarChanges } from '#app/calendar/note-changes.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Refusal, refuse, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface ImportEvents {
  /** What was read as JSON: one event document, a list of them, or `{ "events": […] }`. */
  documents: unknown
  now: Instant
  actor: Actor
}

/** The slugs of the events by what became of them. */
export interface Imported {
  created: string[]
  updated: string[]
  unchanged: string[]
}

/**
 * Creates or updates events by their documents, all of them or none. Each problem is a refusal `import-problem`, its
 * path (`$[3].dates.zone`) in `field` and an English sentence in `details.problem`. The same file twice changes nothing.
 * Refused besides: `busy`.
 */
export async function importEvents(
  db: Kysely<Database>,
  { documents: json, now, actor }: ImportEvents,
): Promise<Result<Imported, 'import-problem' | 'busy'>> {
  const { documents, problems } = parseDocuments(json)
  if (problems.length > 0) return refuse(...problems.map(asRefusal))
  return await transact<Imported, 'import-problem'>(db, async (db) => {
    const known = await findKnown(db, documents)
    const { ordered, problems: circles } = parentsFirst(documents)
    refuseAll([...missingReferences(documents, known), ...circles])
    const { changed, unchanged } = await findChanged(db, ordered, known.events)
    refuseAll(changed.flatMap(problemsWithin))
    await writeSurroundings(db, changed, known, now)
    const { written, problems } = await writeEvents(db, changed, known, now)
    refuseAll(problems)
    await tellOthers(db, written, now, actor)
    return {
      created: slugsOf(written.filter((one) => !one.existing)),
      updated: slugsOf(written.filter((one) => one.existing)),
      unchanged,
    }
  })
}

function asRefusal({ path, message }: Problem): Refusal<'import-problem'> {
  return { code: 'import-problem', field: path, details: { problem: message } }
}

function refuseAll(problems: Problem[]): void {
  if (problems.length > 0) throw new Refused(...problems.map(asRefusal))
}

async function findChanged(db: Kysely<Database>, documents: PlacedDocument[], known: Map<string, string>) {
  const eventIds = documents.flatMap(({ event }) => known.get(event.slug) ?? [])
  const current = await readDocuments(db, { eventIds, isPrivate: true })
  const bySlug = new Map(current.map((event) => [event.slug, event]))
  const whole = documents.map(({ at, event }) => ({ at, event: keepPrivate(event, bySlug.get(event.slug)) }))
  const isKnown = ({ event }: PlacedDocument) => {
    const before = bySlug.get(event.slug)
    return before !== undefined && isSame(before, event)
  }
  return {
    changed: whole.filter((document) => !isKnown(document)),
    unchanged: whole.filter(isKnown).map(({ event }) => event.slug),
  }
}

async function tellOthers(db: Kysely<Database>, written: Written[], now: Instant, actor: Actor): Promise<void> {
  if (written.length === 0) return
  const eventIds = written.map((one) => one.eventId)
  await noteCalendarChanges(db, eventIds, now)
  await noteDeadlines(db, eventIds, now)
  const entries = written.map(({ eventId, existing, row }) => ({
    actor,
    action: existing ? 'event.updated' : 'event.created',
    objectKind: 'event',
    objectId: eventId,
    eventId,
    after: { isImported: true, slug: row.slug, status: row.status, startsOn: row.startsOn, endsOn: row.endsOn },
  }))
  for (const some of inParts(entries)) await recordAudit(db, now, some)
  await bumpContentVersion(db)
  await refreshSearch(db, eventIds)
}

function slugsOf(written: Written[]): string[] {
  return written.map(({ row }) => row.slug)
}
