import type { Kysely } from 'kysely'
import type { Cohort, CohortCall } from './cohort.ts'
import { type Because, readBecause } from '../composing/because.ts'
import type { Candidate, Frame, Placed } from '../composing/candidate.ts'
import { byRank } from '../composing/plan-money.ts'
import { readCandidates } from '../composing/read-candidates.server.ts'
import { readFrame } from '../composing/read-frame.server.ts'
import { limitsOf } from '../limits/limits.ts'
import type { Ranked } from '../ranking/rank-applications.ts'
import { type FieldRow, readField } from '../ranking/read-field.server.ts'
import type { Database } from '#db/schema.ts'

/** What is kept of one application in a cohort. */
export interface Mark {
  isIn: boolean
  byHand: boolean
  choiceId: string | null
  packageId: string | null
  reason: string
  because: Because[]
}

/** A cohort as it stands: what there is to give, the field, who is in, and what was said about whom. */
export interface CohortView {
  frame: Frame
  ranked: Ranked<FieldRow>[]
  members: Placed[]
  marks: Map<string, Mark>
  /** Everybody that was asked for, members included. */
  candidates: Map<string, Candidate>
}

interface Asked {
  call: CohortCall
  cohort: Pick<Cohort, 'id' | 'limits'> & { callLimits: string }
  language: string
  /** Who is wanted beside the members: by their ids, or all of the field. */
  others?: readonly string[] | 'all'
}

/** Reads a cohort; who withdrew or may not come by now is not in it any more. */
export async function readCohort(
  db: Kysely<Database>,
  { call, cohort, language, others = [] }: Asked,
): Promise<CohortView> {
  const [frame, field, marks, held] = await Promise.all([
    readFrame(db, { call, limits: limitsOf({ limits: cohort.callLimits }, cohort), language }),
    readField(db, call.id),
    readMarks(db, cohort.id),
    readHeld(db, call.id),
  ])
  const { ranked } = field
  const ranks = new Map(ranked.map(({ id, rank }) => [id, rank]))
  for (const [id, place] of held) marks.set(id, { ...NO_MARK, ...marks.get(id), ...place, isIn: true })
  const inside = [...marks].flatMap(([id, { isIn }]) => (isIn ? [id] : []))
  const ids = others === 'all' ? undefined : [...new Set([...inside, ...others])]
  const read = await readCandidates(db, { callId: call.id, ranks, frame, ...(ids && { ids }) })
  const candidates = new Map(read.map((candidate) => [candidate.id, candidate]))
  const members = inside.flatMap((id) => {
    const candidate = candidates.get(id)
    const { choiceId, packageId } = marks.get(id)!
    return candidate ? [{ candidate, choiceId, packageId }] : []
  })
  return { frame, ranked, members: members.toSorted(byRank), marks, candidates }
}

const NO_MARK: Mark = { isIn: false, byHand: false, choiceId: null, packageId: null, reason: '', because: [] }

async function readMarks(db: Kysely<Database>, cohortId: string): Promise<Map<string, Mark>> {
  const rows = await db
    .selectFrom('cohortMembers')
    .select(['applicationId', 'isIn', 'byHand', 'choiceId', 'packageId', 'reason', 'because'])
    .where('cohortId', '=', cohortId)
    .execute()
  return new Map(
    rows.map(({ applicationId, isIn, byHand, because, ...row }) => [
      applicationId,
      { ...row, isIn: isIn === 1, byHand: byHand === 1, because: readBecause(because) },
    ]),
  )
}

/** What those have who have an offer that stands or was accepted: they are in every cohort of the call. */
async function readHeld(
  db: Kysely<Database>,
  callId: string,
): Promise<Map<string, { choiceId: string | null; packageId: string | null }>> {
  const rows = await db
    .selectFrom('callOffers as offer')
    .leftJoin('awards as award', 'award.id', 'offer.awardId')
    .select(['offer.applicationId', 'offer.choiceId', 'award.packageId'])
    .where('offer.callId', '=', callId)
    .where('offer.state', 'in', ['open', 'accepted'])
    .execute()
  return new Map(rows.map(({ applicationId, ...place }) => [applicationId, place]))
}
