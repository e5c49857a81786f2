import { requireCall } from './call.server.ts'
import { readCall } from '#app/applications/calls/read-call.server.ts'
import { notFound } from '#app/http/answers.ts'
import type { RequestContext } from '#app/http/context.server.ts'

/** As `requireCall`, with everything of the call, and who asks as the log names them. */
export async function requireFullCall(
  request: Request,
  context: RequestContext,
  params: { event?: string | undefined; call?: string | undefined },
) {
  const { call: head, signedIn, event } = await requireCall(request, context, params)
  const call = await readCall(context.services.db, { callId: head.id, language: context.language })
  if (!call) throw notFound()
  return {
    event,
    call,
    actor: { kind: 'account' as const, id: signedIn.accountId },
    base: `/organize/${event.slug}/calls/${head.slug}`,
  }
}
