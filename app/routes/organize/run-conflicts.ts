import type { ActionFunctionArgs } from '@remix-run/node'
import { notFound, seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { tickConflicts } from '#app/participants/round-trip/tick-conflicts.server.ts'

/** Rows that somebody else changed meanwhile, and that are written over all the same: those that were ticked. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const form = await readForm(request)
  const positions = form.getAll('position').map(Number).filter(Number.isSafeInteger)
  const ticked = await tickConflicts(context.services.db, {
    eventId: event.id,
    runId: params.run!,
    positions,
    now: context.now,
  })
  const code = ticked.ok ? undefined : ticked.refusals[0]!.code
  if (code === 'gone') throw notFound()
  if (code === 'busy') throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  return seeOther(context, `/organize/${event.slug}/runs/${params.run!}`)
}
