import { type Kysely, sql } from 'kysely'
import { MOST_ROWS, type RunProps } from './run-kinds.ts'
import type { RegistrationFilter } from '../selection/registration-filter.ts'
import { selectRegistrations } from '../selection/select-registrations.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface CreateRun {
  eventId: string
  props: RunProps
  /** Which registrations: those of a filter, or of them only these. */
  filter: RegistrationFilter
  ids: string[] | 'all'
  accountId: string
  now: Instant
}

/**
 * Fixes which registrations something is to be done to, main tickets first. Nothing is done yet: the job looks at each
 * of them, and waits for somebody to say that it may begin.
 */
export async function createRun(
  db: Kysely<Database>,
  { eventId, props, filter, ids, accountId, now }: CreateRun,
): Promise<Result<{ runId: string }, 'run-nobody' | 'run-too-many' | 'busy'>> {
  return await transact<{ runId: string }, 'run-nobody' | 'run-too-many'>(db, async (db) => {
    const runId = newId(now)
    await insertRun(db, { runId, eventId, props, accountId, now })
    const chosen = selectRegistrations(db, { eventId, filter, now })
      .$if(ids !== 'all', (query) => query.where('registrations.id', 'in', [...(ids as string[]), '']))
      .select([
        sql<string>`${runId}`.as('runId'),
        sql<number>`row_number() over (order by
          case when registrations.main_registration_id is null then 0 else 1 end, people.sort_key, registrations.id)`.as(
          'position',
        ),
        'registrations.id as subjectId',
        sql<string>`'waiting'`.as('state'),
        sql<string>`'{}'`.as('before'),
        sql<string>`'{}'`.as('after'),
        sql<string>`''`.as('problem'),
      ])
    await db
      .insertInto('runRows')
      .columns(['runId', 'position', 'subjectId', 'state', 'before', 'after', 'problem'])
      .expression(chosen as never)
      .execute()
    const { count } = await db
      .selectFrom('runRows')
      .select(sql<number>`count(*)`.as('count'))
      .where('runId', '=', runId)
      .executeTakeFirstOrThrow()
    if (Number(count) === 0) throw new Refused({ code: 'run-nobody' as const })
    if (Number(count) > MOST_ROWS) throw new Refused({ code: 'run-too-many' as const, details: { limit: MOST_ROWS } })
    await db
      .updateTable('runs')
      .set({ total: Number(count) })
      .where('id', '=', runId)
      .execute()
    return { runId }
  })
}

/** The run itself, without rows: nothing happens to it before it knows how many it has. */
export async function insertRun(
  db: Kysely<Database>,
  input: { runId: string; eventId: string; props: RunProps; accountId: string; now: Instant },
): Promise<void> {
  const { runId, eventId, props, accountId, now } = input
  await db
    .insertInto('runs')
    .values({
      id: runId,
      eventId,
      kind: props.kind,
      state: 'preview',
      props: JSON.stringify(props),
      fileId: null,
      createdBy: accountId,
      createdAt: now,
      updatedAt: now,
    })
    .execute()
  await recordAudit(db, now, [
    {
      actor: { kind: 'account', id: accountId },
      action: 'run.created',
      objectKind: 'run',
      objectId: runId,
      eventId,
      after: { kind: props.kind },
    },
  ])
}
