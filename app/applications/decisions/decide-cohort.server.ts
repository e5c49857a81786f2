import type { Kysely } from 'kysely'
import { type DecideRefusal, decide } from './decide.server.ts'
import type { NewDecision } from './decision.ts'
import { chosenCohort } from '../selection/cohorts/chosen-cohort.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { refuse, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

interface DecideCohort {
  callId: string
  /** Whether those who were scored and are not in it go on the reserve lists, best first. */
  withReserve: boolean
  now: Instant
  actor: Actor
}

/** What is decided when the chosen cohort is taken over; null while none is chosen. What was released stays as it is. */
export async function cohortDecisions(
  db: Kysely<Database>,
  callId: string,
): Promise<{ accept: NewDecision[]; reserve: NewDecision[] } | null> {
  const cohort = await chosenCohort(db, callId)
  if (!cohort) return null
  const released = await db
    .selectFrom('decisions')
    .select('applicationId')
    .where('callId', '=', callId)
    .where('releaseId', 'is not', null)
    .execute()
  const isOver = new Set(released.map(({ applicationId }) => applicationId))
  return {
    accept: cohort.members
      .filter(({ applicationId }) => !isOver.has(applicationId))
      .map((member) => ({ ...member, kind: 'accept' })),
    reserve: cohort.reserve
      .filter(({ applicationId }) => !isOver.has(applicationId))
      .map((one) => ({ ...one, kind: 'reserve' })),
  }
}

/** Decides as the chosen cohort says; what was decided about others before stays. */
export async function decideCohort(
  db: Kysely<Database>,
  { callId, withReserve, now, actor }: DecideCohort,
): Promise<Result<number, DecideRefusal | 'cohort-missing' | 'busy'>> {
  const wanted = await cohortDecisions(db, callId)
  if (!wanted) return refuse({ code: 'cohort-missing' })
  const decisions = [...wanted.accept, ...(withReserve ? wanted.reserve : [])]
  return await decide(db, { callId, decisions, now, actor })
}
