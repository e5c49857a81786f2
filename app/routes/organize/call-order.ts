import type { ActionFunctionArgs } from '@remix-run/node'
import { LISTED } from './call-part-lists.ts'
import { requireCall } from './call.server.ts'
import { isCallPart, moveCallPart } from '#app/applications/calls/move-call-part.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'

/** A button that moves a choice, a section, a question or a criterion one place, and leads back to the list. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn, call } = await requireCall(request, context, params)
  const { part = '', row = '', way } = params
  if (!isCallPart(part) || (way !== 'up' && way !== 'down')) throw notFound()
  const moved = await moveCallPart(context.services.db, {
    eventId: event.id,
    callId: call.id,
    part,
    id: row,
    by: way === 'up' ? -1 : 1,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!moved.ok && moved.refusals.some(({ code }) => code === 'gone')) throw notFound()
  if (!moved.ok) throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  const anchor = part === 'questions' ? `#q-${row}` : part === 'sections' ? `#s-${row}` : ''
  return seeOther(context, `/organize/${event.slug}/calls/${call.slug}/${LISTED[part]}${anchor}`)
}
