import type { Kysely } from 'kysely'
import { type CohortCall, MOST_COHORTS } from './cohort.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { lockEvent } from '#app/events/lock-event.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

interface Asked {
  call: CohortCall
  name: string
  /** The cohort that it begins as a copy of. */
  from: string | null
  now: Instant
  actor: Actor
}

/** Adds a cohort: empty, or with the people, reasons and limits of another of the call. Returns its id. */
export async function addCohort(
  db: Kysely<Database>,
  { call, name, from, now, actor }: Asked,
): Promise<Result<string, 'gone' | 'cohorts-many' | 'busy'>> {
  return await transact<string, 'gone' | 'cohorts-many'>(db, async (db) => {
    await lockEvent(db, call.eventId)
    const known = await db.selectFrom('cohorts').select(['id', 'limits']).where('callId', '=', call.id).execute()
    if (known.length >= MOST_COHORTS)
      throw new Refused({ code: 'cohorts-many' as const, field: 'name', details: { most: MOST_COHORTS } })
    const source = known.find((cohort) => cohort.id === from)
    if (from !== null && !source) throw new Refused({ code: 'gone' as const })
    const id = newId(now)
    await db
      .insertInto('cohorts')
      .values({
        id,
        callId: call.id,
        name,
        limits: source?.limits ?? '{}',
        isChosen: 0,
        version: 0,
        createdBy: actor.id ?? null,
        createdAt: now,
        updatedAt: now,
      })
      .execute()
    if (source) await copyMembers(db, { from: source.id, to: id })
    const object = { objectKind: 'cohort', objectId: id, eventId: call.eventId }
    await recordAudit(db, now, [{ actor, action: 'cohort.added', ...object, after: { callId: call.id, name, from } }])
    return id
  })
}

async function copyMembers(db: Kysely<Database>, { from, to }: { from: string; to: string }): Promise<void> {
  const columns = [
    'applicationId',
    'isIn',
    'choiceId',
    'packageId',
    'byHand',
    'reason',
    'because',
    'changedBy',
    'changedAt',
  ] as const
  await db
    .insertInto('cohortMembers')
    .columns(['cohortId', ...columns])
    .expression((query) =>
      query
        .selectFrom('cohortMembers')
        .select((row) => [row.val(to).as('cohortId'), ...columns])
        .where('cohortId', '=', from),
    )
    .execute()
}
