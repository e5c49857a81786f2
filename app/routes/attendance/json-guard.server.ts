import type { RequestContext } from '#app/http/context.server.ts'
import { requireMarking, signedIn } from '#app/http/guards.server.ts'
import { mayAtEvent } from '#app/people/rights.ts'

/**
 * `requireMarking` for what a script asks: a stranger is told so, instead of being led to a page that no script can read.
 * @throws 401 for who is not signed in, 404 for who may not mark.
 */
export async function requireMarker(request: Request, context: RequestContext, eventSlug: string) {
  if (!(await signedIn(request, context))) throw Response.json({ is: 'signed-out' }, { status: 401, headers: NOT_KEPT })
  const marking = await requireMarking(request, context, eventSlug)
  return { ...marking, isDesk: mayAtEvent(marking.signedIn.roles, 'people', marking.event) }
}

/** Answers about people are kept by the page, sealed, and by nothing else. */
export const NOT_KEPT = { 'Cache-Control': 'private, no-store' }
