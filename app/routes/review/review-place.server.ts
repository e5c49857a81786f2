import { findCall } from '#app/applications/calls/find-call.server.ts'
import { readCall } from '#app/applications/calls/read-call.server.ts'
import { findReviewer } from '#app/applications/reviews/find-reviewer.server.ts'
import { numberOf } from '#app/applications/reviews/number-label.ts'
import { findReview } from '#app/applications/reviews/find-review.server.ts'
import { findEventForEditing } from '#app/events/editing-queries.server.ts'
import { notFound } from '#app/http/answers.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { requireSignedIn } from '#app/http/guards.server.ts'
import { eventPlace } from '#app/people/queries.server.ts'
import { holdsRole } from '#app/people/rights.ts'

interface Params {
  event?: string | undefined
  call?: string | undefined
  number?: string | undefined
}

/**
 * A reviewer of the call: who holds the role on the event or its series and is one of the call's reviewers.
 * @throws 404 for everybody else; organizers read applications in their own workspace.
 */
export async function requireReviewer(request: Request, context: RequestContext, params: Params) {
  const signedIn = await requireSignedIn(request, context)
  const { db } = context.services
  const event = await eventPlace(db, params.event!)
  if (!event || !holdsRole(signedIn.roles, 'reviewer', event)) throw notFound()
  const { language } = context
  const call = await findCall(db, { eventId: event.id, slug: params.call!, language })
  if (!call || call.status === 'draft') throw notFound()
  const reviewer = await findReviewer(db, { callId: call.id, accountId: signedIn.accountId })
  if (!reviewer) throw notFound()
  return { signedIn, event, call, reviewer }
}

/** As above, for one application that they have to judge. @throws 404 also for what they passed on. */
export async function requireReview(request: Request, context: RequestContext, params: Params) {
  const { signedIn, event, call: head, reviewer } = await requireReviewer(request, context, params)
  const { db } = context.services
  const call = await readCall(db, { callId: head.id, language: context.language })
  const number = call && numberOf(call.numberPrefix, params.number!)
  if (!call || number === null) throw notFound()
  const { accountId } = signedIn
  const review = await findReview(db, { callId: call.id, number, accountId })
  if (!review) throw notFound()
  return { accountId, event, call, reviewer, number, review }
}

/** What the frame of a reviewer's page says of its event and call. */
export async function reviewFrame(context: RequestContext, eventId: string, call: { slug: string; title: string }) {
  const shown = (await findEventForEditing(context.services.db, eventId, context.language))!
  const { title, mark, slug, zone } = shown
  return { event: { title, mark, slug, zone }, call: { slug: call.slug, title: call.title } }
}
