import type { Kysely, Selectable } from 'kysely'
import type { ImportFacts } from './import-plan.ts'
import { inParts, type WrittenSession } from './write-sessions.server.ts'
import { readFile } from '#app/files/read-file.server.ts'
import { saveFile } from '#app/files/save-file.server.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import { Refused } from '#app/values/refusal.ts'
import type { Database, SessionPeopleTable, SessionsTable } from '#db/schema.ts'

/** A month for noticing that an import was wrong. */
const KEPT_MINUTES = 30 * 24 * 60

/** How the sessions that an import touched were before it, and what they were right after it. */
export interface UndoContent {
  at: Instant
  event: { zone: string; firstOn: string; lastOn: string }
  sessions: Selectable<SessionsTable>[]
  people: Selectable<SessionPeopleTable>[]
  removed: string[]
  /** What was written, by its version: as long as that stands, nobody changed it since. */
  written: { id: string; isNew: boolean; version: number }[]
}

/** The rows of sessions with their people. */
export async function sessionRows(db: Kysely<Database>, ids: string[]) {
  const [sessions, people] = [[] as Selectable<SessionsTable>[], [] as Selectable<SessionPeopleTable>[]]
  for (const some of inParts(ids)) {
    sessions.push(...(await db.selectFrom('sessions').selectAll().where('id', 'in', some).execute()))
    people.push(...(await db.selectFrom('sessionPeople').selectAll().where('sessionId', 'in', some).execute()))
  }
  return { sessions, people }
}

/** Remembers how it was before an import, in its transaction; for a month. Returns the id of the file. */
export async function keepUndo(
  db: Kysely<Database>,
  {
    event: { id: eventId, zone, firstOn, lastOn },
    before,
    removed,
    written,
    now,
  }: {
    event: ImportFacts['event']
    before: Pick<UndoContent, 'sessions' | 'people'>
    removed: string[]
    written: WrittenSession[]
    now: Instant
  },
): Promise<string> {
  const versions = new Map(before.sessions.map(({ id, version }) => [id, version]))
  const content: UndoContent = {
    at: now,
    event: { zone, firstOn, lastOn },
    ...before,
    removed,
    written: written.map(({ id, entry }) => ({ id, isNew: entry.is === 'new', version: (versions.get(id) ?? -1) + 1 })),
  }
  const saved = await saveFile(db, {
    content: new TextEncoder().encode(JSON.stringify(content)),
    name: 'before-import.txt',
    purpose: 'import',
    eventId,
    eraseAt: addMinutes(now, KEPT_MINUTES),
    now,
  })
  if (!saved.ok) throw new Refused(...saved.refusals)
  return saved.value.id
}

/** Null once it is not kept any more. */
export async function readUndo(db: Kysely<Database>, eventId: string, fileId: string): Promise<UndoContent | null> {
  const file = await readFile(db, fileId)
  if (file?.eventId !== eventId) return null
  return JSON.parse(new TextDecoder().decode(file.content)) as UndoContent
}
