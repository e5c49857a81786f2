import type { LoaderFunctionArgs } from '@remix-run/node'
import { findBroadcast } from '#app/broadcasts/queries.server.ts'
import { notFound } from '#app/http/answers.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'

/** The message of the event that an address names, for its organizers. @throws 404 for others, and for other events'. */
export async function requireBroadcast({ request, params, context }: LoaderFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params['event']!)
  const find = { eventId: event.id, broadcastId: params['message']! }
  const broadcast = await findBroadcast(context.services.db, find)
  if (!broadcast || broadcast.kind === 'confirmation') throw notFound()
  const actor = { kind: 'account', id: signedIn.accountId } as const
  return { event, signedIn, broadcast, change: { ...find, now: context.now, actor } }
}
