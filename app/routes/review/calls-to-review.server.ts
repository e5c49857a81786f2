import { callTitles } from '#app/applications/reviews/call-titles.server.ts'
import { reviewedCalls } from '#app/applications/reviews/queue.server.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { holdsRole } from '#app/people/rights.ts'
import type { SignedIn } from '#app/people/signed-in.ts'

/** The calls that somebody reviews for, by their titles. */
export async function callsToReview(
  { services: { db }, language }: RequestContext,
  { signedIn, eventId }: { signedIn: SignedIn; eventId?: string },
) {
  const calls = await reviewedCalls(db, { accountId: signedIn.accountId, ...(eventId ? { eventId } : {}) })
  const held = calls.filter(({ eventId: id, seriesId }) => holdsRole(signedIn.roles, 'reviewer', { id, seriesId }))
  const titles = await callTitles(
    db,
    held.map(({ id }) => id),
    language,
  )
  return held.map((call) => ({ ...call, title: titles.get(call.id) ?? call.slug }))
}
