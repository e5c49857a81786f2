import type { Kysely } from 'kysely'
import { recordAudit } from '#app/audit/record.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Writes down who took which list of money away, when, and how many rows it had. `eventId` is '' for several events. */
export async function recordFinanceDownload(
  db: Kysely<Database>,
  download: { accountId: string; eventId: string; kind: string; rowCount: number; now: Instant },
): Promise<Result<void, 'busy'>> {
  const { accountId, eventId, kind, rowCount, now } = download
  return await transact(db, async (db) => {
    const id = newId(now)
    await db
      .insertInto('downloads')
      .values({ id, accountId, eventId, trackId: null, kind: kind.slice(0, 40), rowCount, createdAt: now })
      .execute()
    await recordAudit(db, now, [
      {
        actor: { kind: 'account', id: accountId },
        action: 'finance.downloaded',
        objectKind: 'download',
        objectId: id,
        eventId: eventId || null,
        after: { kind, rowCount },
      },
    ])
  })
}
