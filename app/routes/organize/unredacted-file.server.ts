import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireFullCall } from './full-call.server.ts'
import { findUnredacted } from '#app/applications/reviews/find-unredacted.server.ts'
import { notFound } from '#app/http/answers.ts'

/** The file or letter of an address, sent to this call and seen by an organizer first. @throws 404 for every other file. */
export async function requireUnredacted({ request, params, context }: LoaderFunctionArgs) {
  const found = await requireFullCall(request, context, params)
  const file = await findUnredacted(context.services.db, { callId: found.call.id, fileId: params['file'] ?? '' })
  if (!file) throw notFound()
  return { ...found, file }
}
