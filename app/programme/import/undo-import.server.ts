import { type Kysely, sql } from 'kysely'
import { findImportReport } from './import-report.server.ts'
import { loadImportFacts } from './import-facts.server.ts'
import type { ImportFacts } from './import-plan.ts'
import { readUndo, sessionRows, type UndoContent } from './undo-content.server.ts'
import { inParts, removeSessions } from './write-sessions.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { WITHDRAWN } from '#app/calendar/facts-digest.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import { lockEvent } from '#app/events/lock-event.server.ts'
import { eraseFile } from '#app/files/erase-file.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { seenOf } from '#app/values/seen.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export type UndoRefusal = 'import-not-kept' | 'import-changed' | 'import-used' | 'busy'

interface UndoImport {
  eventId: string
  fileId: string
  now: Instant
  actor: Actor
}

/** How many sessions would be as they were, or why an import cannot be taken back. */
export async function previewUndo(
  db: Kysely<Database>,
  { eventId, fileId }: Pick<UndoImport, 'eventId' | 'fileId'>,
): Promise<{ added: number; changed: number; removed: number } | UndoRefusal> {
  const found = await findUndo(db, { eventId, fileId })
  if (typeof found === 'string') return found
  const { written, removed } = found.content
  const added = written.filter(({ isNew }) => isNew).length
  return { added, changed: written.length - added, removed: removed.length }
}

/**
 * Takes an import back: what it added goes, what it changed is as it was, what it removed is there again. All of it, or
 * nothing where somebody changed one of these sessions since.
 */
export async function undoImport(
  db: Kysely<Database>,
  { eventId, fileId, now, actor }: UndoImport,
): Promise<Result<void, UndoRefusal>> {
  return await transact<void, UndoRefusal>(db, async (db) => {
    await lockEvent(db, eventId)
    const found = await findUndo(db, { eventId, fileId })
    if (typeof found === 'string') throw new Refused({ code: found })
    const { content, undo } = found
    const added = content.written.flatMap(({ id, isNew }) => (isNew ? [id] : []))
    await removeSessions(db, { eventId, ids: added, refusal: 'import-used' })
    await restore(db, content, now)
    await eraseFile(db, { fileId: undo, now, actor })
    const after = { added: added.length, changed: content.written.length - added.length }
    await recordAudit(db, now, [
      {
        actor,
        action: 'programme.import-undone',
        objectKind: 'file',
        objectId: fileId,
        eventId,
        after: { ...after, removed: content.removed.length },
      },
    ])
    await eventChanged(db, eventId, now)
  })
}

async function findUndo(
  db: Kysely<Database>,
  { eventId, fileId }: { eventId: string; fileId: string },
): Promise<{ content: UndoContent; undo: string } | UndoRefusal> {
  const undo = (await findImportReport(db, fileId))?.undo
  const content = undo ? await readUndo(db, eventId, undo) : null
  if (!undo || !content) return 'import-not-kept'
  const facts = await loadImportFacts(db, eventId)
  const { sessions } = await sessionRows(
    db,
    content.written.map(({ id }) => id),
  )
  if (!facts || isChanged(content, facts, sessions)) return 'import-changed'
  const used = new Set(facts.sessions.flatMap(({ id, isUsed }) => (isUsed ? [id] : [])))
  return content.written.some(({ id, isNew }) => isNew && used.has(id)) ? 'import-used' : { content, undo }
}

/** Whether somebody changed one of the sessions since, or what the old ones lean on: the days, the zone, the tracks. */
function isChanged(
  { at, written, event, sessions: before }: UndoContent,
  { event: { zone, firstOn, lastOn }, tracks }: ImportFacts,
  sessions: Awaited<ReturnType<typeof sessionRows>>['sessions'],
): boolean {
  const now = new Map(sessions.map((session) => [session.id, session]))
  const isSame = ({ id, version }: (typeof written)[number]) =>
    now.get(id)?.version === version && now.get(id)?.updatedAt === at
  return (
    !written.every(isSame) ||
    seenOf(event) !== seenOf({ zone, firstOn, lastOn }) ||
    before.some(({ trackId }) => trackId !== null && !tracks.some(({ id }) => id === trackId))
  )
}

/** Calendars are told of it as of any other change: what had left them comes back as something changed. */
async function restore(db: Kysely<Database>, { sessions, people, removed }: UndoContent, now: Instant): Promise<void> {
  const gone = new Set(removed)
  for (const session of sessions.filter(({ id }) => !gone.has(id))) {
    const { id, sequence: _, version: __, calendarDigest: ___, calendarAt: ____, signedUp: _____, ...row } = session
    await db
      .updateTable('sessions')
      .set({ ...row, updatedAt: now, version: sql`version + 1` })
      .where('id', '=', id)
      .execute()
  }
  const back = sessions
    .filter(({ id }) => gone.has(id))
    .map((row) => ({ ...row, calendarDigest: WITHDRAWN, version: row.version + 1, updatedAt: now }))
  for (const some of inParts(back)) await db.insertInto('sessions').values(some).execute()
  for (const some of inParts(sessions.map(({ id }) => id)))
    await db.deleteFrom('sessionPeople').where('sessionId', 'in', some).execute()
  for (const some of inParts(people)) await db.insertInto('sessionPeople').values(some).execute()
}
