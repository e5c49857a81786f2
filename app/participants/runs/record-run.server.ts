import type { Kysely } from 'kysely'
import type { Run } from './run-kinds.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** Writes down that a run, or taking it back, came to its end, with its figures as they stand in this transaction. */
export async function recordEnd(db: Kysely<Database>, run: Run, action: string, now: Instant): Promise<void> {
  const { done, refused, undone } = await db
    .selectFrom('runs')
    .select(['done', 'refused', 'undone'])
    .where('id', '=', run.id)
    .executeTakeFirstOrThrow()
  await recordAudit(db, now, [
    {
      actor: { kind: 'system' },
      action,
      objectKind: 'run',
      objectId: run.id,
      eventId: run.eventId,
      after: { kind: run.props.kind, done, refused, undone },
    },
  ])
}
