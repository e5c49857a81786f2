import { findCall } from '#app/applications/calls/find-call.server.ts'
import { notFound } from '#app/http/answers.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { requireRight } from '#app/http/guards.server.ts'

/** A call of the event, for who may organize it. @throws 404 for everybody else, and for a call of another event. */
export async function requireCall(
  request: Request,
  context: RequestContext,
  params: { event?: string | undefined; call?: string | undefined },
) {
  const found = await requireRight(request, context, params.event!, 'organize')
  const { db } = context.services
  const call = await findCall(db, { eventId: found.event.id, slug: params.call!, language: context.language })
  if (!call) throw notFound()
  return { ...found, call }
}
