import type { Kysely } from 'kysely'
import { lineWithin } from './line-within.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import type { Reach } from '#app/people/rights.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database, StatementLinesTable } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

type LineState = StatementLinesTable['state']

/** Where a line may go by a person's word, and from where. Money that paid an order is undone first. */
const MOVES: Partial<Record<LineState, LineState[]>> = {
  'set-aside': ['unmatched'],
  'sent-back': ['unmatched', 'set-aside'],
  unmatched: ['set-aside', 'sent-back'],
}

/**
 * A line that belongs to no order of ours is set aside, noted as sent back to who sent it, or taken up again. The money
 * itself does not move by this: a note says what it is, or under which name the bank sent it back.
 */
export async function putLineAway(
  db: Kysely<Database>,
  input: {
    lineId: string
    to: 'set-aside' | 'sent-back' | 'unmatched'
    note: string
    reach: Reach
    accountId: string
    now: Instant
  },
): Promise<Result<void, 'line-unknown' | 'line-closed' | 'busy'>> {
  const { lineId, to, note, reach, accountId, now } = input
  return await transact<void, 'line-unknown' | 'line-closed'>(db, async (db) => {
    const line = await lineWithin(db, { lineId, reach })
    if (!MOVES[to]!.includes(line.state)) throw new Refused<'line-closed'>({ code: 'line-closed' })
    await db.updateTable('statementLines').set({ state: to, note, updatedAt: now }).where('id', '=', lineId).execute()
    await recordAudit(db, now, [
      {
        actor: { kind: 'account', id: accountId },
        action: `statement-line.${to}`,
        objectKind: 'statement-line',
        objectId: lineId,
        before: { state: line.state },
        after: { state: to },
      },
    ])
  })
}
