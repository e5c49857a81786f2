import { type Kysely, sql } from 'kysely'
import { eligibleKey } from '../eligible-key.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import type { Database, Eligibility } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

const AT_ONCE = 500

/** Adds to an organizer's list, of which only hashes are kept. Whoever stands on it already is known. */
export async function addEligible(
  db: Kysely<Database>,
  {
    eventId,
    eligibility,
    entries,
    now,
    actor,
  }: { eventId: string; eligibility: Eligibility; entries: string[]; now: Instant; actor: Actor },
): Promise<Result<{ added: number; known: number }, 'busy'>> {
  const hashes = [...new Set(entries.map((entry) => eligibleKey(eventId, eligibility, entry)))]
  return await transact(db, async (db) => {
    let added = 0
    for (let at = 0; at < hashes.length; at += AT_ONCE) {
      const rows = hashes.slice(at, at + AT_ONCE).map((keyHash) => ({ eventId, eligibility, keyHash, addedAt: now }))
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('eligiblePeople')
        .ignore()
        .values(rows)
        .executeTakeFirstOrThrow()
      added += Number(numInsertedOrUpdatedRows ?? 0n)
    }
    await recordAudit(db, now, [
      {
        actor,
        action: 'eligible.added',
        objectKind: 'event',
        objectId: eventId,
        eventId,
        after: { eligibility, added },
      },
    ])
    return { added, known: hashes.length - added }
  })
}

/** Empties the list of one kind; who has a ticket already keeps it. */
export async function clearEligible(
  db: Kysely<Database>,
  { eventId, eligibility, now, actor }: { eventId: string; eligibility: Eligibility; now: Instant; actor: Actor },
): Promise<Result<{ removed: number }, 'busy'>> {
  return await transact(db, async (db) => {
    const { numDeletedRows } = await db
      .deleteFrom('eligiblePeople')
      .where('eventId', '=', eventId)
      .where('eligibility', '=', eligibility)
      .executeTakeFirst()
    const removed = Number(numDeletedRows)
    await recordAudit(db, now, [
      {
        actor,
        action: 'eligible.cleared',
        objectKind: 'event',
        objectId: eventId,
        eventId,
        before: { eligibility, removed },
      },
    ])
    return { removed }
  })
}

/** How many stand on each list of an event. */
export async function countEligible(db: Kysely<Database>, eventId: string): Promise<Map<Eligibility, number>> {
  const rows = await db
    .selectFrom('eligiblePeople')
    .select(['eligibility', sql<number>`count(*)`.as('count')])
    .where('eventId', '=', eventId)
    .groupBy('eligibility')
    .execute()
  return new Map(rows.map(({ eligibility, count }) => [eligibility, Number(count)]))
}
