import type { Kysely } from 'kysely'
import { runProps } from './run-kinds.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

const KEPT_DAYS = 30

/**
 * The rows of a run hold what people were called before and after: they go thirty days after nothing more happened to
 * it, and those of a preview that was thrown away at once. That there was a run, and its figures, stay.
 */
export async function forgetRuns(db: Kysely<Database>, { now }: { now: Instant }): Promise<{ isMore: boolean }> {
  const old = await db
    .selectFrom('runs')
    .select(['runs.id', 'runs.props'])
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('runRows').select('runRows.position').whereRef('runRows.runId', '=', 'runs.id')),
    )
    .where((row) =>
      row.or([row('state', '=', 'discarded'), row('updatedAt', '<', addMinutes(now, -KEPT_DAYS * 24 * 60))]),
    )
    .orderBy('runs.id')
    .limit(20)
    .execute()
  for (const { id, props } of old)
    await transact(db, async (db) => {
      await db
        .updateTable('runs')
        .set({ state: 'discarded', updatedAt: now })
        .where('id', '=', id)
        .where('state', '=', 'preview')
        .execute()
      await db
        .updateTable('runs')
        .set({ props: withoutReason(props) })
        .where('id', '=', id)
        .execute()
      await db.deleteFrom('runRows').where('runId', '=', id).execute()
    })
  return { isMore: old.length === 20 }
}

/** Why seats were cancelled may name somebody. */
function withoutReason(json: string): string {
  const props = runProps.parse(JSON.parse(json))
  return JSON.stringify(props.kind === 'cancel' ? { ...props, reason: '' } : props)
}
