import type { Kysely } from 'kysely'
import type { Limits } from './limits.ts'
import { touchCohort } from '../cohorts/touch-cohort.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { seenOf } from '#app/values/seen.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Stands for the limits that a form was filled in over. */
export function seenLimits(stored: string): string {
  return seenOf(stored)
}

/** Saves the limits of a call, which its cohorts follow. */
export async function saveCallLimits(
  db: Kysely<Database>,
  input: { call: { id: string; eventId: string }; limits: Limits; seen: string; now: Instant; actor: Actor },
): Promise<Result<void, 'stale' | 'busy'>> {
  const { call, limits, seen, now, actor } = input
  return await transact<void, 'stale'>(db, async (db) => {
    const { limits: stored } = await db
      .selectFrom('calls')
      .select('limits')
      .where('id', '=', call.id)
      .executeTakeFirstOrThrow()
    const { numUpdatedRows } = await db
      .updateTable('calls')
      .set({ limits: JSON.stringify(limits), updatedAt: now })
      .where('id', '=', call.id)
      .where('limits', '=', stored)
      .executeTakeFirst()
    if (seen !== seenLimits(stored) || numUpdatedRows === 0n) throw new Refused({ code: 'stale' as const })
    const object = { objectKind: 'call', objectId: call.id, eventId: call.eventId }
    const change = { before: { limits: stored }, after: { limits } }
    await recordAudit(db, now, [{ actor, action: 'call.limits-changed', ...object, ...change }])
  })
}

/** Saves the limits of one cohort; `null`: it follows those of its call again. */
export async function saveCohortLimits(
  db: Kysely<Database>,
  input: {
    call: { id: string; eventId: string }
    cohortId: string
    version: number
    limits: Limits | null
    now: Instant
    actor: Actor
  },
): Promise<Result<void, 'gone' | 'stale' | 'busy'>> {
  const { call, cohortId, version, limits, now, actor } = input
  return await transact<void, 'gone' | 'stale'>(db, async (db) => {
    await touchCohort(db, { callId: call.id, cohortId, version, now })
    await db
      .updateTable('cohorts')
      .set({ limits: JSON.stringify(limits ?? {}) })
      .where('id', '=', cohortId)
      .execute()
    const object = { objectKind: 'cohort', objectId: cohortId, eventId: call.eventId }
    await recordAudit(db, now, [{ actor, action: 'cohort.limits-changed', ...object, after: { limits } }])
  })
}
