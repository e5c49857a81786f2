import { requireReview, reviewFrame } from './review-place.server.ts'
import { maskOf, reviewedApplication } from '#app/applications/reviews/blind-view.ts'
import { sharedComments } from '#app/applications/reviews/find-review.server.ts'
import { numberLabel, numberOf } from '#app/applications/reviews/number-label.ts'
import { placeInQueue, reviewQueue } from '#app/applications/reviews/queue.server.ts'
import { readCommittee } from '#app/applications/reviews/read-committee.server.ts'
import { readApplication } from '#app/applications/reviews/read-application.server.ts'
import { scoreField } from '#app/applications/reviews/review-form.ts'
import { weightsOf } from '#app/applications/reviews/total.ts'
import type { RequestContext } from '#app/http/context.server.ts'

interface Params {
  event?: string | undefined
  call?: string | undefined
  number?: string | undefined
}

/** All that the page of one application shows its reviewer: of the application only what `reviewedApplication` allows. */
export async function readReviewPage(request: Request, context: RequestContext, params: Params) {
  const { accountId, event, call, reviewer, number, review } = await requireReview(request, context, params)
  const { db } = context.services
  const { applicationId } = review
  const isSubmitted = review.state === 'submitted'
  const [{ application }, queue, frame, shared, committee] = await Promise.all([
    readApplication(db, { call, applicationId }),
    reviewQueue(db, { callId: call.id, accountId }),
    reviewFrame(context, event.id, call),
    isSubmitted ? sharedComments(db, { applicationId, accountId }) : null,
    isSubmitted && reviewer.isChair ? readCommittee(db, { call, number }) : null,
  ])
  const label = (one: number) => numberLabel(call.numberPrefix, one)
  const weights = weightsOf(call.criteria, application.category)
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const { previous, next, nextOpen, ...place } = placeInQueue(queue, number)
  const mask = maskOf(call, application)
  const given = new URL(request.url).searchParams.get('saved') ?? ''
  return {
    frame,
    application: reviewedApplication(call, application),
    criteria: call.criteria.map((criterion, at) => ({
      field: scoreField(criterion),
      label: criterion.label,
      help: criterion.help,
      maximum: criterion.maximum,
      anchors: criterion.anchors,
      share: weights[at]! / all,
      score: review.scores.get(criterion.id) ?? null,
    })),
    review: {
      id: review.id,
      version: review.version,
      privateComment: review.privateComment,
      sharedComment: review.sharedComment,
      reason: review.reason,
      total: review.total,
    },
    state: review.state,
    shared: shared?.flatMap(({ sharedComment }) => (sharedComment === '' ? [] : [mask(sharedComment)])) ?? null,
    committee,
    place: {
      ...place,
      previous: previous === null ? null : label(previous),
      next: next === null ? null : label(next),
      nextOpen: nextOpen === null ? null : label(nextOpen),
    },
    saved: numberOf(call.numberPrefix, given) === null ? null : given,
  }
}

export type ReviewPage = Awaited<ReturnType<typeof readReviewPage>>
