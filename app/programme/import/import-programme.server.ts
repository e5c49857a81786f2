import type { Kysely } from 'kysely'
import { loadImportFacts } from './import-facts.server.ts'
import { importAudit } from './import-audit.ts'
import { type ImportFacts, type ImportPlan, type ImportTotals, totalsOf } from './import-plan.ts'
import type { ImportSite } from './own-words.server.ts'
import { planFor, readFor } from './preview-import.server.ts'
import { keepUndo, sessionRows } from './undo-content.server.ts'
import { writeSessions } from './write-sessions.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import { lockEvent } from '#app/events/lock-event.server.ts'
import type { FileRefusal } from '#app/files/file-rules.ts'
import type { Instant } from '#app/values/moment.ts'
import { refuse, Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface ImportProgramme {
  eventId: string
  file: { id: string; content: Uint8Array }
  site: ImportSite
  /** The plan that was looked at. */
  seen: string
  /** Of the sessions that the file has no more, those that go. */
  remove: string[]
  /** Whether new sessions are at once shown to the public. */
  isPublic: boolean
  now: Instant
  actor: Actor
}

export type ImportRefusal =
  | 'unknown-event'
  | 'programme-stale'
  | 'programme-nothing'
  | 'programme-rows'
  | FileRefusal
  | 'busy'

/** So many entries of the log in one statement. */
const AT_ONCE = 1000

/**
 * Brings a programme to what a file says: all of it, or nothing. Only what was looked at is done: if the programme, the
 * event or its tracks changed since then so that another plan comes out, it is refused.
 */
export async function importProgramme(
  db: Kysely<Database>,
  { eventId, file, site, seen, remove, isPublic, now, actor }: ImportProgramme,
): Promise<Result<ImportTotals, ImportRefusal>> {
  const before = await loadImportFacts(db, eventId)
  if (!before) return refuse({ code: 'unknown-event' })
  const read = await readFor(before, file.content)
  if (!read) return refuse({ code: 'programme-stale' })
  return await transact<ImportTotals, ImportRefusal>(db, async (db) => {
    await lockEvent(db, eventId)
    const facts = await loadImportFacts(db, eventId)
    if (!facts || !isReadAlike(facts, before)) throw new Refused({ code: 'programme-stale' as const })
    const plan = await planFor(db, facts, read, site)
    if (plan?.seen !== seen) throw new Refused({ code: 'programme-stale' as const })
    const removed = removedBy(plan, remove)
    const totals = { ...totalsOf(plan.entries), removed: removed.length }
    if (totals.added + totals.changed + totals.removed === 0) throw new Refused({ code: 'programme-nothing' as const })
    if (plan.isWhole && totals.refused > 0) throw new Refused({ code: 'programme-rows' as const })
    const touched = plan.entries.flatMap((entry) => (entry.is === 'changed' ? [entry.sessionId] : []))
    const rows = await sessionRows(db, [...touched, ...removed])
    const written = await writeSessions(db, { eventId, plan, removed, isPublic, now })
    const undo = await keepUndo(db, { event: facts.event, before: rows, removed, written, now })
    const audit = importAudit({ facts, written, removed, file: file.id, totals, undo, actor })
    for (let from = 0; from < audit.length; from += AT_ONCE)
      await recordAudit(db, now, audit.slice(from, from + AT_ONCE))
    await eventChanged(db, eventId, now)
    return totals
  })
}

/** The zone and the days of the event decide how a file is read. */
function isReadAlike({ event: one }: ImportFacts, { event: other }: ImportFacts): boolean {
  return one.zone === other.zone && one.startsAt === other.startsAt && one.endsAt === other.endsAt
}

function removedBy(plan: ImportPlan, remove: string[]): string[] {
  const calledOff = plan.entries.flatMap((entry) => (entry.is === 'removed' ? [entry.sessionId] : []))
  return [...calledOff, ...plan.gone.flatMap(({ id, isUsed }) => (!isUsed && remove.includes(id) ? [id] : []))]
}
