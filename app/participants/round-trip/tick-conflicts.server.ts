import type { Kysely } from 'kysely'
import { CONFLICT } from '../runs/problems.ts'
import type { Instant } from '#app/values/moment.ts'
import { refuse, Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/**
 * Rows that somebody else changed since their sheet was made are done after all: the sheet's cells that differ are
 * written over what is there. Only before the run begins; rows that stand otherwise are left as they are.
 */
export async function tickConflicts(
  db: Kysely<Database>,
  { eventId, runId, positions, now }: { eventId: string; runId: string; positions: number[]; now: Instant },
): Promise<Result<void, 'gone' | 'run-not-so' | 'busy'>> {
  const run = await db
    .selectFrom('runs')
    .select('id')
    .where('id', '=', runId)
    .where('eventId', '=', eventId)
    .executeTakeFirst()
  if (!run) return refuse({ code: 'gone' as const })
  return await transact<void, 'gone' | 'run-not-so'>(db, async (db) => {
    const { numUpdatedRows } = await db
      .updateTable('runs')
      .set({ updatedAt: now })
      .where('id', '=', runId)
      .where('state', '=', 'preview')
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Refused({ code: 'run-not-so' as const })
    const ticked = await db
      .updateTable('runRows')
      .set({ state: 'waiting', problem: '' })
      .where('runId', '=', runId)
      .where('position', 'in', [...positions, -1])
      .where('state', '=', 'refused')
      .where('problem', '=', CONFLICT)
      .executeTakeFirst()
    await db
      .updateTable('runs')
      .set((row) => ({ refused: row('refused', '-', Number(ticked.numUpdatedRows)) }))
      .where('id', '=', runId)
      .execute()
  })
}
