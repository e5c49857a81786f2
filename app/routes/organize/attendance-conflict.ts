import type { ActionFunctionArgs } from '@remix-run/node'
import { seeConflict } from '#app/attendance/overview/see-conflict.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { requireRight } from '#app/http/guards.server.ts'

/** Somebody has looked at it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireRight(request, context, params['event']!, 'organize')
  const done = await seeConflict(context.services.db, {
    eventId: event.id,
    conflictId: params['conflict']!,
    accountId: signedIn.accountId,
    now: context.now,
  })
  if (!done.ok && done.refusals[0]!.code === 'gone') throw notFound()
  if (!done.ok) throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  return seeOther(context, `/organize/${event.slug}/attendance?done=seen`)
}
