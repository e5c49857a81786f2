import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { endDevice } from '#app/attendance/devices/end-device.server.ts'
import { findDevice } from '#app/attendance/devices/queries.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { requireMarking } from '#app/http/guards.server.ts'
import { mayOrganize } from '#app/people/rights.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'

export const handle = { shell: 'work', section: 'teach' }

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, (t) => ({ title: t('device.endTitle') }))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, device } = await asked(request, params, context)
  return { slug: event.slug, device }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, device, accountId } = await asked(request, params, context)
  const { now, services } = context
  const ended = await endDevice(services.db, { eventId: event.id, deviceId: device.id, accountId, now })
  if (!ended.ok) throw new Response(null, { status: 503 })
  return seeOther(context, `/attendance/${event.slug}/devices`)
}

/** The device, if it is the asker's own, or of an event that they organize. */
async function asked(request: Request, params: LoaderFunctionArgs['params'], context: RequestContext) {
  const { signedIn, event } = await requireMarking(request, context, params.event!)
  const { accountId } = signedIn
  const device = await findDevice(context.services.db, {
    eventId: event.id,
    accountId: mayOrganize(signedIn.roles, event) ? null : accountId,
    deviceId: params.device!,
  })
  if (!device) throw notFound()
  return { event, device, accountId }
}

export default function EndDevice() {
  const { slug, device } = useLoaderData<typeof loader>()
  const { t, path } = usePage()
  return (
    <main id="main" className="flow">
      <p className="kind">
        <bdi>{device.name}</bdi>
      </p>
      <h1>{t('device.endTitle')}</h1>
      <p>{t('device.endLead')}</p>
      <form method="post" className="row">
        <button className="go">{t('device.endButton')}</button>{' '}
        <a href={path(`/attendance/${slug}/devices`)}>{t('organize.leaveAsIs')}</a>
      </form>
    </main>
  )
}
