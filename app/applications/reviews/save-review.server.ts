import type { Kysely } from 'kysely'
import type { Call } from '../calls/call.ts'
import { findReview, type FoundReview } from './find-review.server.ts'
import { recountApplication } from './recount-application.server.ts'
import { scoreField } from './review-form.ts'
import { totalOf } from './total.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

export interface TypedReview {
  /** By the id of their criterion; what has none yet is left out. */
  scores: ReadonlyMap<string, number>
  privateComment: string
  sharedComment: string
  reason: string
}

export interface SaveReview {
  call: Pick<Call, 'id' | 'eventId' | 'criteria' | 'status'>
  number: number
  accountId: string
  typed: TypedReview
  /** As the reviewer's page had it. */
  version: number
  /** A page that saves itself keeps what is there and submits nothing. */
  isKeptOnly?: boolean
  now: Instant
}

export type ReviewRefusal =
  | 'review-not-yours'
  | 'review-over'
  | 'review-stale'
  | 'review-score-range'
  | 'review-score-missing'

/**
 * Saves what a reviewer has of an application. Once every criterion has a score it is submitted and counts; before that
 * it is `started`. It may be changed, after the day by which it was asked for as well, until the decision was released.
 * The same content again is no conflict: on a bad line an answer gets lost after its request was heard.
 */
export async function saveReview(
  db: Kysely<Database>,
  input: SaveReview,
): Promise<Result<{ version: number; state: 'started' | 'submitted' }, ReviewRefusal | 'busy'>> {
  const { call, typed, now, accountId, isKeptOnly = false } = input
  return await transact<{ version: number; state: 'started' | 'submitted' }, ReviewRefusal>(db, async (db) => {
    const review = await findReview(db, { callId: call.id, number: input.number, accountId })
    if (!review) throw new Refused({ code: 'review-not-yours' })
    if (call.status === 'cancelled' || (await isReleased(db, review.applicationId)))
      throw new Refused({ code: 'review-over' })
    refuseScores(call, typed)
    const { category } = await db
      .selectFrom('applications')
      .select('category')
      .where('id', '=', review.applicationId)
      .executeTakeFirstOrThrow()
    const total = totalOf(call.criteria, category, typed.scores)
    const state = total === null || (isKeptOnly && review.state !== 'submitted') ? 'started' : 'submitted'
    if (review.state === 'submitted' && total === null) throw new Refused(...missingScores(call, typed))
    const isSaved = isSame(review, typed)
    if (isSaved && (review.state === state || (isKeptOnly && review.state !== 'assigned')))
      return { version: review.version, state: review.state === 'submitted' ? 'submitted' : 'started' }
    // What a page kept by itself and what its button then submits are the same words.
    const seen = isSaved ? review.version : input.version
    const version = seen + 1
    const { numUpdatedRows } = await db
      .updateTable('reviews')
      .set({
        state,
        privateComment: typed.privateComment,
        sharedComment: typed.sharedComment,
        reason: typed.reason,
        total,
        version,
        savedAt: now,
        ...(state === 'submitted' && review.submittedAt === null ? { submittedAt: now } : {}),
      })
      .where('id', '=', review.id)
      .where('version', '=', seen)
      .where('state', 'in', ['assigned', 'started', 'submitted'])
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw new Refused({ code: 'review-stale' })
    await saveScores(db, review.id, typed.scores)
    if (state === 'submitted') {
      await recountApplication(db, review.applicationId)
      await recordAudit(db, now, [
        {
          actor: { kind: 'account', id: accountId },
          action: review.state === 'submitted' ? 'review.changed' : 'review.submitted',
          objectKind: 'review',
          objectId: review.id,
          eventId: call.eventId,
          before: { total: review.total },
          after: { applicationId: review.applicationId, total },
        },
      ])
    }
    return { version, state }
  })
}

/** The criteria that have no score, each at its field. */
export function missingScores(call: Pick<Call, 'criteria'>, { scores }: Pick<TypedReview, 'scores'>) {
  return call.criteria
    .filter(({ id }) => !scores.has(id))
    .map((criterion) => ({ code: 'review-score-missing' as const, field: scoreField(criterion) }))
}

function refuseScores({ criteria }: Pick<Call, 'criteria'>, { scores }: TypedReview): void {
  const wrong = criteria.filter(({ id, maximum }) => {
    const score = scores.get(id)
    return score !== undefined && (!Number.isInteger(score) || score < 0 || score > maximum)
  })
  const known = new Set(criteria.map(({ id }) => id))
  if (wrong.length === 0 && [...scores.keys()].every((id) => known.has(id))) return
  throw new Refused(
    ...wrong.map((criterion) => ({
      code: 'review-score-range' as const,
      field: scoreField(criterion),
      details: { maximum: criterion.maximum },
    })),
    ...(wrong.length === 0 ? [{ code: 'review-stale' as const }] : []),
  )
}

async function isReleased(db: Kysely<Database>, applicationId: string): Promise<boolean> {
  const decision = await db
    .selectFrom('decisions')
    .select('applicationId')
    .where('applicationId', '=', applicationId)
    .where('releasedAt', 'is not', null)
    .executeTakeFirst()
  return decision !== undefined
}

function isSame(review: FoundReview, typed: TypedReview): boolean {
  return (
    review.privateComment === typed.privateComment &&
    review.sharedComment === typed.sharedComment &&
    review.reason === typed.reason &&
    review.scores.size === typed.scores.size &&
    [...typed.scores].every(([id, score]) => review.scores.get(id) === score)
  )
}

async function saveScores(db: Kysely<Database>, reviewId: string, scores: ReadonlyMap<string, number>): Promise<void> {
  await db.deleteFrom('reviewScores').where('reviewId', '=', reviewId).execute()
  if (scores.size === 0) return
  const rows = [...scores].map(([criterionId, score]) => ({ reviewId, criterionId, score }))
  await db.insertInto('reviewScores').values(rows).execute()
}
