import type { Kysely } from 'kysely'
import { refusalOf } from './change-members.server.ts'
import type { Cohort, CohortCall } from './cohort.ts'
import { readCohort } from './read-cohort.server.ts'
import { touchCohort } from './touch-cohort.server.ts'
import { type MemberRow, writeMembers } from './write-members.server.ts'
import { suggestCohort, type Suggestion } from '../composing/suggest-cohort.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { refuse, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Of those left out so many behind the last one who is in have their reasons kept, and never more than the second. */
const BEHIND_THE_LINE = 50
const MOST_REASONS = 500

interface Asked {
  call: CohortCall & { numberPrefix: string }
  cohort: Pick<Cohort, 'id' | 'limits'> & { callLimits: string }
  version: number
  beyondCaps: boolean
  now: Instant
  actor: Actor
}

/**
 * Fills a cohort anew: who is in or out by hand stays, everybody else is as the ranking, the walls, the caps and the
 * targets have it. It is worked out before the transaction, which only writes it.
 */
export async function suggestMembers(
  db: Kysely<Database>,
  { call, cohort, version, beyondCaps, now, actor }: Asked,
): Promise<Result<{ people: number }, 'cohort-broken' | 'gone' | 'stale' | 'busy'>> {
  const view = await readCohort(db, { call, cohort, language: 'en', others: 'all' })
  const { frame, members, marks, candidates } = view
  const isByHand = (id: string) => marks.get(id)?.byHand === true
  const suggested = suggestCohort(frame, {
    candidates: [...candidates.values()],
    inByHand: members.filter(({ candidate }) => candidate.isHeld || isByHand(candidate.id)),
    outByHand: new Set([...marks].flatMap(([id, mark]) => (mark.byHand && !mark.isIn ? [id] : []))),
    beyondCaps,
  })
  if (!suggested.ok) {
    const named = suggested.broken.slice(0, 5)
    return refuse(
      ...named.map(({ number }) => {
        const { details } = refusalOf({ code: 'cohort-seat', number, choices: [] }, call.numberPrefix)
        return { code: 'cohort-broken' as const, ...(details && { details }) }
      }),
    )
  }
  const rows = rowsOf(suggested.value)
  const people = rows.filter(({ isIn }) => isIn).length
  return await transact<{ people: number }, 'gone' | 'stale'>(db, async (db) => {
    await touchCohort(db, { callId: call.id, cohortId: cohort.id, version, now })
    await db.deleteFrom('cohortMembers').where('cohortId', '=', cohort.id).where('byHand', '=', 0).execute()
    await writeMembers(db, {
      cohortId: cohort.id,
      rows: rows.filter((row) => !isByHand(row.applicationId)),
      now,
      actor,
    })
    const object = { objectKind: 'cohort', objectId: cohort.id, eventId: call.eventId }
    await recordAudit(db, now, [{ actor, action: 'cohort.suggested', ...object, after: { people, beyondCaps } }])
    return { people }
  })
}

function rowsOf({ members, leftOut }: Suggestion): MemberRow[] {
  const last = Math.max(0, ...members.filter(({ isFixed }) => !isFixed).map(({ candidate }) => candidate.rank))
  const near = leftOut.filter(({ candidate }) => candidate.rank <= last + BEHIND_THE_LINE).slice(0, MOST_REASONS)
  const kept = { byHand: false, reason: '' }
  return [
    ...members.map(({ candidate, choiceId, packageId, because }) => ({
      applicationId: candidate.id,
      isIn: true,
      choiceId,
      packageId,
      because,
      ...kept,
    })),
    ...near.map(({ candidate, because }) => ({
      applicationId: candidate.id,
      isIn: false,
      choiceId: null,
      packageId: null,
      because,
      ...kept,
    })),
  ]
}
