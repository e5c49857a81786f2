import type { LoaderFunctionArgs } from '@remix-run/node'
import { NOT_KEPT, requireMarker } from './json-guard.server.ts'
import { hearDevice, wasEnded } from '#app/attendance/devices/queries.server.ts'
import { readDeviceList } from '#app/attendance/devices/read-device-list.server.ts'
import { notFound } from '#app/http/answers.ts'
import { signedIn as findSignedIn } from '#app/http/guards.server.ts'
import { recordDownload } from '#app/participants/record-download.server.ts'

/** What a device works with: the people of its holder's tracks. 410 for one that was ended. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { services, now, language } = context
  const deviceId = new URL(request.url).searchParams.get('device') ?? ''
  // Whose sign-in is over as well hears it too: a telephone that was lost keeps no list.
  if (!(await findSignedIn(request, context)) && (await wasEnded(services.db, deviceId))) return ended()
  const { signedIn, event, trackIds, isDesk } = await requireMarker(request, context, params.event!)
  const heard = await hearDevice(services.db, {
    eventId: event.id,
    accountId: signedIn.accountId,
    deviceId,
    now,
  })
  if (!heard) throw notFound()
  if (heard.isEnded) return ended()
  const list = await readDeviceList(services.db, { eventId: event.id, trackIds, isDesk, language, now })
  // Renewing what a device holds anyway is no new download.
  if (heard.isFirst)
    await recordDownload(services.db, {
      accountId: signedIn.accountId,
      eventId: event.id,
      trackId: null,
      kind: 'device',
      rowCount: list.people.length,
      now,
    })
  return Response.json(list, { headers: NOT_KEPT })
}

function ended(): Response {
  return Response.json({ is: 'ended' }, { status: 410, headers: NOT_KEPT })
}
