import { type Insertable, type Kysely, sql } from 'kysely'
import type { ImportPlan, Planned, SheetFields, SheetPerson } from './import-plan.ts'
import { noteRoom } from '#app/events/note-room.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused } from '#app/values/refusal.ts'
import type { Database, SessionPeopleTable, SessionsTable } from '#db/schema.ts'

/** So many rows in one statement: SQLite takes 32,766 values, and a session has some thirty. */
const AT_ONCE = 500

export interface WrittenSession {
  id: string
  entry: Extract<Planned, { is: 'new' | 'changed' }>
}

const NOT_SAID = {
  code: null,
  language: null,
  isStreamed: 0,
  interpretation: '',
  streamUrl: null,
  capacity: null,
} as const

/**
 * Adds, changes and removes the sessions of a plan. What a file does not know stays as it is. What calendars are told of
 * it is the matter of `eventChanged`.
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
  const people: { sessionId: string; people: SheetPerson[] }[] = []
  for (const entry of plan.entries) {
    if (entry.is !== 'changed' && entry.is !== 'new') continue
    const id = entry.is === 'new' ? newId(now) : entry.sessionId
    if (entry.is === 'changed') {
      const { fields, kind } = entry
      const sheet: Partial<SheetFields> = entry.sheet ?? {}
      const { numUpdatedRows } = await db
        .updateTable('sessions')
        .set({ ...fields, ...sheet, ...(kind ? { kind } : {}), updatedAt: now, version: sql`version + 1` })
        .where('id', '=', id)
        .where('eventId', '=', eventId)
        .$if(sheet.capacity != null, (query) => query.where('signedUp', '<=', sheet.capacity!))
        .executeTakeFirst()
      // Somebody signed up after it was planned.
      if (numUpdatedRows === 0n) throw new Refused({ code: 'programme-stale' as const })
    } else {
      const { importUid, kind, fields, sheet = NOT_SAID } = entry
      const shown = isPublic ? fields.isPublic : (0 as const)
      added.push({ id, eventId, importUid, kind, sequence: 0, ...sheet, ...fields, isPublic: shown, updatedAt: now })
    }
    if (entry.people) people.push({ sessionId: id, people: entry.people })
    written.push({ id, entry })
  }
  for (const some of inParts(added)) await db.insertInto('sessions').values(some).execute()
  await writePeople(db, people, now)
  for (const name of new Set(written.map(({ entry }) => entry.fields.room))) await noteRoom(db, { eventId, name, now })
  await removeSessions(db, { eventId, ids: removed, refusal: 'programme-stale' })
  return written
}

/**
 * Removes sessions that nobody signed up to and that have no materials. Whoever signs up holds their row, so it is locked
 * before that is looked at; where it is not so any more, all is refused.
 */
export async function removeSessions(
  db: Kysely<Database>,
  { eventId, ids, refusal }: { eventId: string; ids: string[]; refusal: 'programme-stale' | 'import-used' },
): Promise<void> {
  for (const some of inParts(ids)) {
    await db.updateTable('sessions').set({ takesSignUps: 0 }).where('id', 'in', some).execute()
    for (const table of ['sessionSignUps', 'sessionMaterials'] as const)
      if (await db.selectFrom(table).select('sessionId').where('sessionId', 'in', some).executeTakeFirst())
        throw new Refused({ code: refusal })
    await db.deleteFrom('sessionPeople').where('sessionId', 'in', some).execute()
    await db.deleteFrom('sessions').where('id', 'in', some).where('eventId', '=', eventId).execute()
  }
}

/** Who stays keeps what a spreadsheet does not know of them. */
async function writePeople(
  db: Kysely<Database>,
  sessions: { sessionId: string; people: SheetPerson[] }[],
  now: Instant,
): Promise<void> {
  const ids = sessions.map(({ sessionId }) => sessionId)
  const known = new Map<string, Pick<SessionPeopleTable, 'latinName'> & { email: string | null }>()
  for (const some of inParts(ids)) {
    const rows = await db.selectFrom('sessionPeople').selectAll().where('sessionId', 'in', some).execute()
    for (const row of rows) known.set(`${row.sessionId} ${row.fullName}`, row)
    await db.deleteFrom('sessionPeople').where('sessionId', 'in', some).execute()
  }
  const rows = sessions.flatMap(({ sessionId, people }) =>
    people.map((person, position) => {
      const { latinName = null, email = null } = known.get(`${sessionId} ${person.fullName}`) ?? {}
      return { id: newId(now), sessionId, position, ...person, latinName, email }
    }),
  )
  for (const some of inParts(rows)) await db.insertInto('sessionPeople').values(some).execute()
}

export function inParts<T>(all: T[]): T[][] {
  const parts: T[][] = []
  for (let from = 0; from < all.length; from += AT_ONCE) parts.push(all.slice(from, from + AT_ONCE))
  return parts
}
