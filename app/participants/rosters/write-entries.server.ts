import type { Kysely } from 'kysely'
import type { RosterEntry } from './replay-entries.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** Rows of one statement: below both databases' limits of parameters. */
const AT_ONCE = 500

/** Adds entries; a step that its registration has already stays as it is. */
export async function writeEntries(
  db: Kysely<Database>,
  { eventId, entries, now }: { eventId: string; entries: RosterEntry[]; now: Instant },
): Promise<void> {
  for (let from = 0; from < entries.length; from += AT_ONCE) {
    const rows = entries.slice(from, from + AT_ONCE).map((entry) => ({ ...entry, id: newId(now), eventId, at: now }))
    await db.insertInto('rosterEntries').ignore().values(rows).execute()
  }
}
