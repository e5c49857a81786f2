import type { ActionFunctionArgs } from '@remix-run/node'
import { undoMarks } from '#app/attendance/marking/undo-marks.server.ts'
import { badRequest, seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireMarking } from '#app/http/guards.server.ts'
import { isInstant } from '#app/values/moment.ts'

/** Takes back what the asker saved in one go. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { signedIn, event, trackIds } = await requireMarking(request, context, params.event!)
  const form = await readForm(request)
  const [slot, at] = [form.get('slot'), form.get('at')]
  if (typeof slot !== 'string' || slot.length > 60 || typeof at !== 'string' || !isInstant(at)) throw badRequest()
  const { accountId } = signedIn
  const done = await undoMarks(context.services.db, { event, slot, at, accountId, trackIds, now: context.now })
  if (!done.ok) throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  return seeOther(
    context,
    `/teach/${event.slug}/attendance?${new URLSearchParams({ slot, undone: String(done.value) })}`,
  )
}
