import { type Kysely, sql } from 'kysely'
import { NEVER_SHOWN, WITHDRAWN } from './facts-digest.ts'
import { type Digested, readDigests } from './read-digests.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** So many events are looked at together, and so many rows are written by one statement. */
const AT_ONCE = 200

/**
 * Raises SEQUENCE and LAST-MODIFIED of these events and of their sessions where, and only where, something that
 * calendars show is not what it was. What calendars show for the first time keeps its SEQUENCE; what they do not show
 * any more is marked, so that it has a higher one when it comes back. The number of statements grows with every two
 * hundred rows that changed. To be called in the transaction of the change, once that has written to the events' rows:
 * of two changes at once the second then waits for the first, and sees it.
 */
export async function noteCalendarChanges(db: Kysely<Database>, eventIds: string[], now: Instant): Promise<void> {
  for (let from = 0; from < eventIds.length; from += AT_ONCE) {
    const { events, sessions } = await readDigests(db, eventIds.slice(from, from + AT_ONCE))
    await note(db, 'events', events, now)
    await note(db, 'sessions', sessions, now)
  }
}

async function note(db: Kysely<Database>, table: 'events' | 'sessions', rows: Digested[], now: Instant): Promise<void> {
  const changed = rows.filter(({ stored, actual }) => actual !== null && actual !== stored)
  const isNew = ({ stored }: Digested) => stored === NEVER_SHOWN
  await write(db, table, changed.filter(isNew), { now, by: 0 })
  await write(
    db,
    table,
    changed.filter((row) => !isNew(row)),
    { now, by: 1 },
  )
  const gone = rows.filter(({ stored, actual }) => actual === null && stored !== NEVER_SHOWN && stored !== WITHDRAWN)
  for (const ids of inParts(gone.map(({ id }) => id)))
    await db.updateTable(table).set({ calendarDigest: WITHDRAWN }).where('id', 'in', ids).execute()
}

async function write(
  db: Kysely<Database>,
  table: 'events' | 'sessions',
  rows: Digested[],
  { now, by }: { now: Instant; by: 0 | 1 },
): Promise<void> {
  for (const some of inParts(rows)) {
    const digests = sql.join(
      some.map(({ id, actual }) => sql`when ${id} then ${actual}`),
      sql` `,
    )
    await db
      .updateTable(table)
      .set({
        sequence: sql`sequence + ${by}`,
        // Who waited for the other of two changes began earlier; LAST-MODIFIED goes back for nobody.
        calendarAt: sql`case when calendar_at > ${now} then calendar_at else ${now} end`,
        calendarDigest: sql`case id ${digests} else calendar_digest end`,
      })
      .where(
        'id',
        'in',
        some.map(({ id }) => id),
      )
      .execute()
  }
}

function inParts<T>(all: T[]): T[][] {
  const parts: T[][] = []
  for (let from = 0; from < all.length; from += AT_ONCE) parts.push(all.slice(from, from + AT_ONCE))
  return parts
}
