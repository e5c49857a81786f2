import type { LoaderFunctionArgs } from '@remix-run/node'
import { findBroadcast } from '#app/broadcasts/queries.server.ts'
import { parseSegment } from '#app/broadcasts/segment.ts'
import { isTaughtSegment } from '#app/broadcasts/teaching/teaching-segment.ts'
import { notFound } from '#app/http/answers.ts'
import { requireInstructor } from '#app/http/guards.server.ts'

/** A message that the reader wrote as an instructor of the event, to people whom they still teach. @throws 404 else. */
export async function requireOwnMessage({ request, params, context }: LoaderFunctionArgs) {
  const known = await requireInstructor(request, context, params.event!)
  const { event, signedIn, trackIds } = known
  const find = { eventId: event.id, broadcastId: params.message! }
  const message = await findBroadcast(context.services.db, find)
  if (!message || message.isOfInstructor !== 1 || message.createdBy !== signedIn.accountId) throw notFound()
  const segment = parseSegment(message.segment)
  if (!isTaughtSegment(segment, trackIds)) throw notFound()
  return { ...known, message, segment, find }
}
