import { findApply } from './apply.server.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { readCall } from '#app/applications/calls/read-call.server.ts'
import { notFound } from '#app/http/answers.ts'

/** The call whose text form an address means: the one that it names, else the first that takes applications, else the first. */
export async function textFormCall(request: Request, params: { event?: string | undefined }, context: RequestContext) {
  const { event, heads, call, page } = await findApply(request, params, context)
  const head = heads.find(({ window }) => window === 'open') ?? heads[0]
  const found = call ?? (head && (await readCall(context.services.db, { callId: head.id, language: context.language })))
  if (!found) throw notFound()
  const window = heads.find(({ id }) => id === found.id)?.window ?? 'closed'
  return { event, page, call: found, isOpen: window === 'open' }
}
