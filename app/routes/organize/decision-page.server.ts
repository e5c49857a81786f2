import { requireCall } from './call.server.ts'
import { decisionOptions } from '#app/applications/decisions/decision-options.server.ts'
import type { RequestContext } from '#app/http/context.server.ts'

/** What every page of decisions and offers needs: the call, who looks at it, and the names of what can be decided for. */
export async function decisionPage(
  request: Request,
  context: RequestContext,
  params: { event?: string | undefined; call?: string | undefined },
) {
  const { event, call, signedIn } = await requireCall(request, context, params)
  const { db } = context.services
  const options = await decisionOptions(db, { callId: call.id, language: context.language })
  const actor = { kind: 'account', id: signedIn.accountId } as const
  return { db, event, call, options, actor, base: `/organize/${event.slug}/calls/${call.slug}` }
}

export type DecisionOptions = Awaited<ReturnType<typeof decisionOptions>>

/** The number of a page in an address. */
export function pageOf(request: Request): number {
  const page = Number(new URL(request.url).searchParams.get('page') ?? 1)
  return Number.isInteger(page) && page > 0 ? Math.min(page, 10_000) : 1
}
