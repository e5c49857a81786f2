import type { Kysely } from 'kysely'
import { findEntry } from './finance-waiting.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import type { Reach } from '#app/people/rights.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

const NOTE_LENGTH = 500

/**
 * Somebody in finance has seen to it, with a word on how. What was seen to before stays as it was; `entry-unknown`
 * outside their reach.
 */
export async function resolveFinanceEntry(
  db: Kysely<Database>,
  {
    entryId,
    note = '',
    accountId,
    reach,
    now,
  }: { entryId: string; note?: string; accountId: string; reach: Reach; now: Instant },
): Promise<Result<void, 'entry-unknown' | 'busy'>> {
  return await transact<void, 'entry-unknown'>(db, async (db) => {
    const entry = await findEntry(db, entryId, { reach, language: 'en' })
    if (!entry) throw new Refused({ code: 'entry-unknown' })
    const facts = [entry.note, note].filter((part) => part !== '').join(' · ')
    const resolved = await db
      .updateTable('financeEntries')
      .set({ resolvedAt: now, resolvedBy: accountId, ...(note === '' ? {} : { note: facts.slice(0, NOTE_LENGTH) }) })
      .where('id', '=', entryId)
      .where('resolvedAt', 'is', null)
      .executeTakeFirst()
    if (resolved.numUpdatedRows === 0n) return
    await recordAudit(db, now, [
      {
        actor: { kind: 'account', id: accountId },
        action: 'finance-entry.resolved',
        objectKind: 'finance-entry',
        objectId: entryId,
        eventId: entry.eventId,
        after: { kind: entry.kind },
      },
    ])
  })
}
