import type { Kysely } from 'kysely'
import type { StoredSample } from './store-sample-applications.server.ts'
import type { Call } from '../calls/call.ts'
import { meanOf, spreadOf, totalOf, wantsThird } from '../reviews/total.ts'
import { insertAll } from '#app/events/document/insert-all.server.ts'
import { type Chance, chance } from '#app/values/chance.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

interface SampleReviews {
  call: Call
  applications: StoredSample[]
  /** Accounts that are reviewers of the call. */
  reviewers: string[]
  /** How many read each application. */
  each: number
  /** How many of the reviews are done, from 0 to 1; every tenth of the others is begun. */
  done: number
  comments: string[]
  seed: string
  now: Instant
}

/** Has invented reviewers read what was submitted: evenly, by how good each application is and how strict each of them. */
export async function storeSampleReviews(
  db: Kysely<Database>,
  { call, applications, reviewers, each, done, comments, seed, now }: SampleReviews,
): Promise<number> {
  const dice = chance(`${seed} reviews`)
  const strict = reviewers.map(() => (dice.next() - 0.5) * 0.16)
  const read = applications.filter(({ application }) => application.state === 'submitted')
  const rows = read.flatMap((one, place) => {
    const turns = Array.from(
      { length: Math.min(each, reviewers.length) },
      (_, turn) => (place * each + turn) % reviewers.length,
    )
    const made = turns.map((turn) =>
      reviewOf({ call, one, accountId: reviewers[turn]!, strictness: strict[turn]!, done, comments, dice, now }),
    )
    if (each >= 3 || turns.length === reviewers.length) return made
    const totals = made.flatMap(({ review }) => (review.total === null ? [] : [review.total]))
    if (!wantsThird(spreadOf(totals), call.thirdGap)) return made
    const third = (turns.at(-1)! + 1) % reviewers.length
    const more = reviewOf({
      call,
      one,
      accountId: reviewers[third]!,
      strictness: strict[third]!,
      done,
      comments,
      dice,
      now,
    })
    return [...made, { ...more, review: { ...more.review, isThird: 1 as const } }]
  })
  const stored = await transact(db, async (db) => {
    await insertAll(
      db,
      'reviews',
      rows.map(({ review }) => review),
    )
    await insertAll(
      db,
      'reviewScores',
      rows.flatMap(({ scores }) => scores),
    )
    await countReviews(
      db,
      rows.map(({ review }) => review),
    )
  })
  if (!stored.ok) throw new Error(`sample reviews: ${stored.refusals.map(({ code }) => code).join(', ')}`)
  return rows.length
}

function reviewOf({
  call,
  one,
  accountId,
  strictness,
  done,
  comments,
  dice,
  now,
}: {
  call: Call
  one: StoredSample
  accountId: string
  strictness: number
  done: number
  comments: string[]
  dice: Chance
  now: Instant
}) {
  const id = newId(now)
  const drawn = dice.next()
  const state =
    drawn < done
      ? ('submitted' as const)
      : drawn < done + (1 - done) / 10
        ? ('started' as const)
        : ('assigned' as const)
  const scores = new Map(
    call.criteria.map((criterion) => {
      const found = one.quality - strictness + (dice.next() - 0.5) * 0.45
      return [criterion.id, Math.round(criterion.maximum * Math.min(1, Math.max(0, found * 1.15)))] as const
    }),
  )
  const kept = state === 'submitted' ? [...scores] : state === 'started' ? [...scores].slice(0, 2) : []
  const total = state === 'submitted' ? totalOf(call.criteria, one.application.category, scores) : null
  return {
    review: {
      id,
      callId: call.id,
      applicationId: one.id,
      accountId,
      state,
      isThird: 0 as 0 | 1,
      privateComment: '',
      sharedComment: state === 'submitted' && comments.length > 0 && dice.is(0.7) ? dice.one(comments) : '',
      reason: '',
      total,
      version: state === 'assigned' ? 1 : 2,
      assignedBy: null,
      assignedAt: call.closesAt !== null && call.closesAt < now ? call.closesAt : now,
      savedAt: state === 'assigned' ? null : now,
      submittedAt: state === 'submitted' ? now : null,
    },
    scores: kept.map(([criterionId, score]) => ({ reviewId: id, criterionId, score })),
  }
}

/** What `recountApplication` would find, in one statement for all whose figures are the same. */
async function countReviews(
  db: Kysely<Database>,
  reviews: { applicationId: string; total: number | null }[],
): Promise<void> {
  const figures = [...Map.groupBy(reviews, ({ applicationId }) => applicationId)].map(([id, rows]) => {
    const totals = rows.flatMap(({ total }) => (total === null ? [] : [total]))
    return { id, score: meanOf(totals), spread: spreadOf(totals), reviewCount: totals.length }
  })
  for (const { id, ...figure } of figures)
    if (figure.reviewCount > 0) await db.updateTable('applications').set(figure).where('id', '=', id).execute()
}
