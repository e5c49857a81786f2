import type { ActionFunctionArgs } from '@remix-run/node'
import { unrelateEvents } from '#app/events/related/relate-events.server.ts'
import { relationSchema } from '#app/events/related/relation-form.ts'
import { badRequest, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const parsed = parseForm(await readForm(request), relationSchema)
  if (!parsed.ok) throw badRequest()
  const { other: otherId, relation } = parsed.value
  const { now } = context
  const actor = { kind: 'account', id: signedIn.accountId } as const
  const removed = await unrelateEvents(context.services.db, { eventId: event.id, otherId, relation, now, actor })
  if (!removed.ok) throw new Response(null, { status: 503 })
  return seeOther(context, `/organize/${event.slug}/related`)
}
