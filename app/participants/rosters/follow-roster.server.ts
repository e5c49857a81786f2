import type { Kysely } from 'kysely'
import { missingEntries, type RosterEntry } from './replay-entries.ts'
import { knownRoster, rosterList } from './roster-list.server.ts'
import { instructorsOf, tellOfChanges } from './tell-instructors.server.ts'
import { writeEntries } from './write-entries.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Of one transaction: below both databases' limits of parameters. What is more waits for the next look. */
const AT_ONCE = 2000

/**
 * Adds who came, left or changed the track since the last look at a frozen list, and tells those who teach there. The
 * look itself writes nothing; only those whom it finds are looked at again behind the roster's row, one process after the
 * other, so that nobody waits for a hundred thousand rows.
 */
export async function followRoster(
  db: Kysely<Database>,
  { eventId, frozenAt, now }: { eventId: string; frozenAt: Instant; now: Instant },
): Promise<RosterEntry[]> {
  const found = await missingIn(db, { eventId, frozenAt })
  if (found.length === 0) return []
  const ids = found.slice(0, AT_ONCE).map(({ registrationId }) => registrationId)
  const followed = await transact(db, async (db) => {
    const locked = await db
      .updateTable('rosters')
      .set({ updatedAt: now })
      .where('eventId', '=', eventId)
      .where('frozenAt', '=', frozenAt)
      .executeTakeFirst()
    if (locked.numUpdatedRows === 0n) return []
    const changes = await missingIn(db, { eventId, frozenAt }, ids)
    if (changes.length === 0) return []
    await writeEntries(db, { eventId, entries: changes, now })
    const event = await db
      .selectFrom('events')
      .select(['id', 'seriesId', 'language', 'zone', 'endsAt'])
      .where('id', '=', eventId)
      .executeTakeFirstOrThrow()
    // What happens after the last day is put in order on the list, and is no news to who taught.
    if (event.endsAt > now)
      await tellOfChanges(db, { event, instructors: await instructorsOf(db, event), changes, now })
    return changes
  })
  return followed.ok ? followed.value : []
}

async function missingIn(
  db: Kysely<Database>,
  roster: { eventId: string; frozenAt: Instant },
  ids?: string[],
): Promise<RosterEntry[]> {
  const list = await rosterList(db, roster.eventId, ids)
  return missingEntries(await knownRoster(db, roster, ids), list)
}
