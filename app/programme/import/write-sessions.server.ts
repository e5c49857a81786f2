import type { Insertable, Kysely } from 'kysely'
import type { ImportPlan, Planned } from './import-plan.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database, SessionsTable } from '#db/schema.ts'

/** So many rows in one statement: SQLite takes 32,766 values, and a session has some twenty. */
const AT_ONCE = 500

export interface WrittenSession {
  id: string
  entry: Extract<Planned, { is: 'new' | 'changed' }>
}

/**
 * Adds, changes and removes the sessions of a plan. People, languages and all that a calendar file does not know stay
 * as they are. What calendars are told of it is the matter of `eventChanged`.
 */
export async function writeSessions(
  db: Kysely<Database>,
  {
    eventId,
    plan,
    removed,
    isPublic,
    now,
  }: { eventId: string; plan: ImportPlan; removed: string[]; isPublic: boolean; now: Instant },
): Promise<WrittenSession[]> {
  const written: WrittenSession[] = []
  const added: Insertable<SessionsTable>[] = []
  for (const entry of plan.entries) {
    if (entry.is === 'changed') {
      await db
        .updateTable('sessions')
        .set({ ...entry.fields, updatedAt: now })
        .where('id', '=', entry.sessionId)
        .where('eventId', '=', eventId)
        .execute()
      written.push({ id: entry.sessionId, entry })
    } else if (entry.is === 'new') {
      const id = newId(now)
      const { importUid, kind, fields } = entry
      const own = { code: null, language: null, isStreamed: 0 as const, sequence: 0 }
      const shown = isPublic ? fields.isPublic : (0 as const)
      added.push({ id, eventId, importUid, kind, ...own, ...fields, isPublic: shown, updatedAt: now })
      written.push({ id, entry })
    }
  }
  for (let from = 0; from < added.length; from += AT_ONCE)
    await db
      .insertInto('sessions')
      .values(added.slice(from, from + AT_ONCE))
      .execute()
  for (let from = 0; from < removed.length; from += AT_ONCE) {
    const ids = removed.slice(from, from + AT_ONCE)
    await db.deleteFrom('sessionPeople').where('sessionId', 'in', ids).execute()
    await db.deleteFrom('sessions').where('id', 'in', ids).where('eventId', '=', eventId).execute()
  }
  return written
}
