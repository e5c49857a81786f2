import type { Kysely } from 'kysely'
import { recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/**
 * Ends a link at once. `givenBy` is whose links may be ended; null: anybody's at the event.
 * Refused: `list-link-over` when it has ended, or is none of theirs.
 */
export async function endListLink(
  db: Kysely<Database>,
  input: { eventId: string; linkId: string; givenBy: string | null; accountId: string; now: Instant },
): Promise<Result<void, 'list-link-over' | 'busy'>> {
  const { eventId, linkId, givenBy, accountId, now } = input
  return await transact<void, 'list-link-over'>(db, async (db) => {
    const { numUpdatedRows } = await db
      .updateTable('listLinks')
      .set({ revokedAt: now })
      .where('id', '=', linkId)
      .where('eventId', '=', eventId)
      .where('revokedAt', 'is', null)
      .where('expiresAt', '>', now)
      .$if(givenBy !== null, (query) => query.where('accountId', '=', givenBy!))
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw new Refused<'list-link-over'>({ code: 'list-link-over' })
    await recordAudit(db, now, [
      {
        actor: { kind: 'account', id: accountId },
        action: 'list-link.ended',
        objectKind: 'list-link',
        objectId: linkId,
        eventId,
      },
    ])
  })
}
