import type { Kysely } from 'kysely'
import type { QueueEntry } from './queue.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { newCode } from '#app/values/code.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { hashOf } from '#app/values/secret.ts'
import type { Database } from '#db/schema.ts'

/**
 * Leaves the entry with `seats` of its party; the rest becomes an entry of its own at the same place, waiting for the
 * same quotas. The list is locked by the caller.
 */
export async function splitEntry(
  db: Kysely<Database>,
  entry: QueueEntry,
  seats: number,
  now: Instant,
): Promise<{ id: string; partySize: number }> {
  const id = newId(now)
  const partySize = entry.partySize - seats
  const row = await db.selectFrom('waitingListEntries').selectAll().where('id', '=', entry.id).executeTakeFirstOrThrow()
  await db
    .updateTable('waitingListEntries')
    .set({ partySize: seats, updatedAt: now })
    .where('id', '=', entry.id)
    .execute()
  await db
    .insertInto('waitingListEntries')
    .values({
      ...row,
      id,
      code: newCode('W'),
      keyVersion: 1,
      formKey: `rest:${id}`,
      activeKey: hashOf(`rest|${id}`),
      partySize,
      updatedAt: now,
    })
    .execute()
  await db
    .insertInto('waitingListPreferences')
    .values(entry.ticketTypeIds.map((ticketTypeId, position) => ({ entryId: id, position, ticketTypeId })))
    .execute()
  for (const quotaId of entry.waitingFor.toSorted())
    await db
      .updateTable('quotas')
      .set((row) => ({ waiting: row('waiting', '+', 1) }))
      .where('id', '=', quotaId)
      .execute()
  await db
    .insertInto('waitingListQuotas')
    .values(
      entry.quotaIds.map((quotaId) => ({
        entryId: id,
        quotaId,
        isWaiting: entry.waitingFor.includes(quotaId) ? (1 as const) : (0 as const),
      })),
    )
    .execute()
  await recordAudit(db, now, [
    {
      actor: { kind: 'system' },
      action: 'waiting-list-entry.waiting',
      objectKind: 'waiting-list-entry',
      objectId: id,
      eventId: row.eventId,
      after: { restOf: entry.id, partySize },
    },
  ])
  return { id, partySize }
}
