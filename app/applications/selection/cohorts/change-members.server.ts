import type { Kysely } from 'kysely'
import type { Cohort, CohortCall } from './cohort.ts'
import { readCohort } from './read-cohort.server.ts'
import { touchCohort } from './touch-cohort.server.ts'
import { writeMembers } from './write-members.server.ts'
import { changeByHand, type HandChange, type HandRefusal } from '../composing/change-by-hand.ts'
import { numberLabel } from '#app/applications/reviews/number-label.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { type Refusal, refuse, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

interface Asked {
  call: CohortCall & { numberPrefix: string }
  cohort: Pick<Cohort, 'id' | 'limits'> & { callLimits: string }
  /** The version that the form was filled in over. */
  version: number
  changes: readonly HandChange[]
  reason: string
  now: Instant
  actor: Actor
}

type Code = HandRefusal['code'] | 'gone' | 'stale'

/** Puts people into a cohort or takes them out by hand, all of them or none: no suggestion moves them after it. */
export async function changeMembers(db: Kysely<Database>, asked: Asked): Promise<Result<void, Code | 'busy'>> {
  const { call, cohort, version, changes, reason, now, actor } = asked
  const others = changes.map(({ applicationId }) => applicationId)
  const view = await readCohort(db, { call, cohort, language: 'en', others })
  const { members, refused } = changeByHand(view, changes)
  if (refused.length > 0) return refuse(...refused.map((one) => refusalOf(one, call.numberPrefix)))
  const rows = changes.map(({ applicationId, isIn }) => {
    const { choiceId = null, packageId = null } = members.find(({ candidate }) => candidate.id === applicationId) ?? {}
    return { applicationId, isIn, choiceId, packageId, byHand: true, reason, because: [] }
  })
  return await transact<void, 'gone' | 'stale'>(db, async (db) => {
    await touchCohort(db, { callId: call.id, cohortId: cohort.id, version, now })
    await writeMembers(db, { cohortId: cohort.id, rows, now, actor })
    const after = {
      in: rows.filter(({ isIn }) => isIn).map(({ applicationId }) => applicationId),
      out: rows.filter(({ isIn }) => !isIn).map(({ applicationId }) => applicationId),
    }
    const object = { objectKind: 'cohort', objectId: cohort.id, eventId: call.eventId }
    await recordAudit(db, now, [{ actor, action: 'cohort.members-changed', ...object, after }])
  })
}

/** A refusal with what its sentence says. */
export function refusalOf({ code, number, choices }: HandRefusal, prefix: string): Refusal<HandRefusal['code']> {
  return { code, details: { number: number === null ? '–' : numberLabel(prefix, number), choices: choices.join(', ') } }
}
