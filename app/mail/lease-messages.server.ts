import type { Kysely } from 'kysely'
import type { StoredMessage } from './composer.server.ts'
import { addSeconds, type Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Longer than one delivery may take (deliver-due.server.ts), so that no living process loses its lease. */
export const LEASE_SECONDS = 5 * 60

/**
 * Takes messages that are due, oldest first, for this process alone; also those whose process died while it held them.
 * A lease is told from a later one by its end. When nothing is due this is one query.
 */
export async function leaseMessages(
  db: Kysely<Database>,
  { now, limit }: { now: Instant; limit: number },
): Promise<StoredMessage[]> {
  const due = await db
    .selectFrom('messages')
    .select('id')
    .where('state', 'in', ['waiting', 'sending'])
    .where('dueAt', '<=', now)
    .orderBy('dueAt')
    .orderBy('id')
    .limit(limit)
    .execute()
  if (due.length === 0) return []
  const leasedUntil = addSeconds(now, LEASE_SECONDS)
  const taken = await transact(db, async (db) => {
    const ids: string[] = []
    for (const { id } of due) {
      const changed = await db
        .updateTable('messages')
        .set((row) => ({ state: 'sending', leasedUntil, dueAt: leasedUntil, attempts: row('attempts', '+', 1) }))
        .where('id', '=', id)
        .where('state', 'in', ['waiting', 'sending'])
        .where('dueAt', '<=', now)
        .executeTakeFirst()
      if (changed.numUpdatedRows === 1n) ids.push(id)
    }
    return ids.length === 0 ? [] : await db.selectFrom('messages').selectAll().where('id', 'in', ids).execute()
  })
  return taken.ok ? taken.value : []
}
