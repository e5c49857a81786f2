import type { Kysely } from 'kysely'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Gives an undeliverable message a fresh start. Refused: `not-undeliverable`, `busy`. */
export async function tryAgain(
  db: Kysely<Database>,
  { messageId, actor, now }: { messageId: string; actor: Actor; now: Instant },
): Promise<Result<void, 'not-undeliverable' | 'busy'>> {
  return await transact<void, 'not-undeliverable'>(db, async (db) => {
    const changed = await db
      .updateTable('messages')
      .set({ state: 'waiting', dueAt: now, attempts: 0, lastError: null })
      .where('id', '=', messageId)
      .where('state', '=', 'undeliverable')
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) throw new Refused({ code: 'not-undeliverable' as const })
    await recordAudit(db, now, [
      {
        actor,
        action: 'message.tried-again',
        objectKind: 'message',
        objectId: messageId,
        before: { state: 'undeliverable' },
        after: { state: 'waiting' },
      },
    ])
  })
}
