import type { Kysely } from 'kysely'
import type { Call } from '#app/applications/calls/call.ts'
import { assignReviews } from '#app/applications/reviews/assign-reviews.server.ts'
import { saveReview } from '#app/applications/reviews/save-review.server.ts'
import { NOW } from '#tests/support/app.ts'
import type { Database } from '#db/schema.ts'

export const BY_AN_ORGANIZER = { kind: 'account' as const, id: '01900000-0000-7000-8000-000000000001' }

/** What every submitted application lacks is given out. */
export async function assigned(db: Kysely<Database>, call: Call, thirds = false) {
  const result = await assignReviews(db, { call, by: 'both', thirds, actor: BY_AN_ORGANIZER, now: NOW })
  if (!result.ok) throw new Error(JSON.stringify(result.refusals))
  return result.value
}

/** Every criterion scored with this share of its maximum, and words. */
export function scoresOf(call: Pick<Call, 'criteria'>, share: number): Map<string, number> {
  return new Map(call.criteria.map(({ id, maximum }) => [id, Math.round(maximum * share)]))
}

export const WORDS = { privateComment: 'For me', sharedComment: 'For the committee', reason: 'For them' }

interface Saved {
  number: number
  accountId: string
  share?: number
  version?: number
  scores?: Map<string, number>
  isKeptOnly?: boolean
  words?: typeof WORDS
}

export async function saved(
  db: Kysely<Database>,
  call: Call,
  { share = 0.5, version = 1, scores, words = WORDS, ...more }: Saved,
) {
  const typed = { scores: scores ?? scoresOf(call, share), ...words }
  return await saveReview(db, { call, typed, version, now: NOW, ...more })
}

/** Who has which application of a call, by number. */
export async function reviewsOf(db: Kysely<Database>, callId: string) {
  return await db
    .selectFrom('reviews')
    .innerJoin('applications', 'applications.id', 'reviews.applicationId')
    .select(['applications.number', 'reviews.accountId', 'reviews.state', 'reviews.version', 'reviews.total'])
    .select(['reviews.isThird', 'reviews.id', 'reviews.applicationId'])
    .where('reviews.callId', '=', callId)
    .orderBy('applications.number')
    .orderBy('reviews.id')
    .$narrowType<{ number: number }>()
    .execute()
}
