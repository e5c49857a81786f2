import type { ActionFunctionArgs } from '@remix-run/node'
import { NOT_KEPT, requireMarker } from './json-guard.server.ts'
import { openDevice } from '#app/attendance/devices/open-device.server.ts'
import { readForm } from '#app/http/form.server.ts'

/** Opens the reader's browser as a device; its script asks. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { signedIn, event } = await requireMarker(request, context, params.event!)
  const name = (await readForm(request)).get('name')
  const opened = await openDevice(context.services.db, {
    eventId: event.id,
    accountId: signedIn.accountId,
    name: typeof name === 'string' ? name : '',
    now: context.now,
  })
  if (opened.ok) return Response.json(opened.value, { headers: NOT_KEPT })
  const isBusy = opened.refusals.some(({ code }) => code === 'busy')
  return Response.json({ refusals: opened.refusals }, { status: isBusy ? 503 : 422, headers: NOT_KEPT })
}
