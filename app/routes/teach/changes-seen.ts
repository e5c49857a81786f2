import type { ActionFunctionArgs } from '@remix-run/node'
import { badRequest, seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireInstructor } from '#app/http/guards.server.ts'
import { markChangesSeen } from '#app/participants/rosters/mark-changes-seen.server.ts'
import { isInstant } from '#app/values/moment.ts'

/** Notes that the reader has seen what the page showed; what came after it stays new. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { signedIn, event } = await requireInstructor(request, context, params.event!)
  const form = await readForm(request)
  const seenAt = form.get('until')
  if (typeof seenAt !== 'string' || seenAt.length !== 24 || !isInstant(seenAt) || seenAt > context.now)
    throw badRequest()
  const { accountId } = signedIn
  const marked = await markChangesSeen(context.services.db, { accountId, eventId: event.id, seenAt })
  if (!marked.ok) throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  return seeOther(context, `/teach/${event.slug}/changes?seen=1`)
}
