import type { Kysely } from 'kysely'
import { ALL_FIXED, fixRecipients, type Sending } from './fix-recipients.server.ts'
import { beginDue } from './begin-due.server.ts'
import { parseSegment } from './segment.ts'
import { storeMessages } from './store-messages.server.ts'
import { holdBack } from './waiting-messages.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/**
 * Begins what is due and works on the broadcast that has waited longest, chunk by chunk, until it is done or `stop` asks
 * to end: first its recipients are fixed, then their mails are stored. What was done stays done; the next run, or
 * another process, goes on behind it. Returns whether there was one.
 */
export async function sendBroadcasts(
  db: Kysely<Database>,
  { now, stop }: { now: Instant; stop?: AbortSignal },
): Promise<{ worked: boolean }> {
  await beginDue(db, now)
  await keepPaused(db)
  const row = await db
    .selectFrom('broadcasts')
    .select(['id', 'eventId', 'segment', 'reached'])
    .where('state', '=', 'sending')
    .orderBy('startedAt')
    .orderBy('id')
    .executeTakeFirst()
  if (!row) return { worked: false }
  const sending: Sending = { ...row, segment: parseSegment(row.segment) }
  while (sending.reached !== ALL_FIXED) {
    if (stop?.aborted) return { worked: true }
    const reached = await fixRecipients(db, sending, now)
    // Another process works on it, it was paused, or the database is busy: the next run looks again.
    if (reached === null) return { worked: true }
    sending.reached = reached
  }
  for (;;) {
    if (stop?.aborted) return { worked: true }
    const stored = await storeMessages(db, sending, now)
    if (stored === null) return { worked: true }
    if (stored === 0) break
  }
  await finish(db, sending, now)
  return { worked: true }
}

/** A try that was under way when somebody paused comes back to wait, and waits on. */
async function keepPaused(db: Kysely<Database>): Promise<void> {
  const paused = await db.selectFrom('broadcasts').select('id').where('state', '=', 'paused').execute()
  for (const { id } of paused) await holdBack(db, id)
}

async function finish(db: Kysely<Database>, { id, eventId }: Sending, now: Instant): Promise<void> {
  await transact(db, async (db) => {
    const done = await db
      .updateTable('broadcasts')
      .set({ state: 'done', endedAt: now, updatedAt: now })
      .where('id', '=', id)
      .where('state', '=', 'sending')
      .executeTakeFirst()
    if (done.numUpdatedRows === 0n) return
    const counts = await db
      .selectFrom('broadcastRecipients')
      .select((row) => ['state', row.fn.countAll<number | string>().as('count')])
      .where('broadcastId', '=', id)
      .groupBy('state')
      .execute()
    await recordAudit(db, now, [
      {
        actor: { kind: 'system' },
        action: 'broadcast.done',
        objectKind: 'broadcast',
        objectId: id,
        eventId,
        before: { state: 'sending' },
        after: { state: 'done', ...Object.fromEntries(counts.map(({ state, count }) => [state, Number(count)])) },
      },
    ])
  })
}
