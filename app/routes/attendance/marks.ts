import type { ActionFunctionArgs } from '@remix-run/node'
import { NOT_KEPT, requireMarker } from './json-guard.server.ts'
import { hearDevice } from '#app/attendance/devices/queries.server.ts'
import { sentMarks } from '#app/attendance/devices/sent-marks.ts'
import { recordMarks } from '#app/attendance/record-marks.server.ts'

/** Five hundred marks with all that belongs to them are a third of this. */
const MAXIMUM_BYTES = 512 * 1024

/** Takes what a device has marked. The same marks again change nothing, and are answered in the same way. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { signedIn, event, trackIds } = await requireMarker(request, context, params.event!)
  const { services, now } = context
  const sent = sentMarks.safeParse(await readJson(request))
  if (!sent.success) return Response.json({ is: 'unreadable' }, { status: 400, headers: NOT_KEPT })
  const { deviceId, deviceNow, marks } = sent.data
  const { accountId } = signedIn
  // Whoever has signed in on it since: what was marked on a device is taken.
  const device = await hearDevice(services.db, { eventId: event.id, accountId: null, deviceId, now })
  const recorded = await recordMarks(services.db, {
    event,
    marks: marks.map(({ overruled, ...mark }) => (overruled ? { ...mark, overruled } : mark)),
    accountId,
    trackIds,
    deviceId: device ? deviceId : null,
    deviceNow,
    source: 'list',
    now,
  })
  if (!recorded.ok) return Response.json({ is: 'busy' }, { status: 503, headers: NOT_KEPT })
  return Response.json({ now, isEnded: device?.isEnded ?? false, outcomes: recorded.value }, { headers: NOT_KEPT })
}

async function readJson(request: Request): Promise<unknown> {
  if (!/^application\/json\b/i.test(request.headers.get('Content-Type') ?? ''))
    throw new Response(null, { status: 415 })
  if (Number(request.headers.get('Content-Length') ?? 0) > MAXIMUM_BYTES) throw new Response(null, { status: 413 })
  const text = await request.text()
  if (text.length > MAXIMUM_BYTES) throw new Response(null, { status: 413 })
  try {
    return JSON.parse(text)
  } catch {
    throw new Response(null, { status: 400 })
  }
}
