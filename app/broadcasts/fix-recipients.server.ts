import type { Kysely } from 'kysely'
import { asSubject } from './as-subject.ts'
import { bouncedOf } from './bounced.server.ts'
import { readSegment } from './read-segment.server.ts'
import type { Segment } from './segment.ts'
import { type Candidate, sortOut } from './sort-out.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** In `reached`: everybody has been looked at. */
export const ALL_FIXED = 'end'

/** Rows in one transaction: short enough that nobody waits for it, long enough that its end costs little. */
export const CHUNK = 200

export interface Sending {
  id: string
  eventId: string
  segment: Segment
  reached: string | null
}

/**
 * Writes down who gets a broadcast and who does not, the next of them in the order of their ids, and how far it came.
 * Null when another worker, or whoever paused it, was there first.
 */
export async function fixRecipients(
  db: Kysely<Database>,
  { id, eventId, segment, reached }: Sending,
  now: Instant,
): Promise<string | null> {
  const fixed = await transact(db, async (db) => {
    const found = await readSegment(db, { eventId, segment, now, after: reached ?? '', limit: CHUNK })
    const next = found.length < CHUNK ? ALL_FIXED : found.at(-1)!.id
    const claimed = await db
      .updateTable('broadcasts')
      .set({ reached: next, updatedAt: now })
      .where('id', '=', id)
      .where('state', '=', 'sending')
      .where('reached', reached === null ? 'is' : '=', reached)
      .executeTakeFirst()
    if (claimed.numUpdatedRows === 0n) return null
    await writeRecipients(db, { id, segment }, found)
    return next
  })
  return fixed.ok ? fixed.value : null
}

/** Each address once: whoever is in the list already stays as they are there. */
export async function writeRecipients(
  db: Kysely<Database>,
  { id, segment }: Pick<Sending, 'id' | 'segment'>,
  found: Candidate[],
): Promise<void> {
  const keys = found.flatMap(({ emailKey }) => (emailKey ? [emailKey] : []))
  if (found.length === 0) return
  const known = await db
    .selectFrom('broadcastRecipients')
    .select('recipientKey')
    .where('broadcastId', '=', id)
    .where('recipientKey', 'in', [...keys, ''])
    .execute()
  const sorted = sortOut(found, new Set(known.map(({ recipientKey }) => recipientKey)), await bouncedOf(db, keys))
  await db
    .insertInto('broadcastRecipients')
    .ignore()
    .values(
      sorted.map(({ row, key, reason }) => ({
        broadcastId: id,
        recipientKey: key,
        ...asSubject(segment, row.id),
        state: reason === null ? ('waiting' as const) : ('left-out' as const),
        reason: reason ?? '',
        messageId: null,
      })),
    )
    .execute()
}
