import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listDevices } from '#app/attendance/devices/queries.server.ts'
import { findEventForEditing } from '#app/events/editing-queries.server.ts'
import { requireMarking } from '#app/http/guards.server.ts'
import { pageCount, pageNumber } from '#app/participants/paging.ts'
import { mayOrganize } from '#app/people/rights.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Pages } from '#app/ui/pages.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { seriesOf } from '#app/ui/series-mark.ts'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'

export const handle = { shell: 'work', section: 'teach' }

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, (t) => ({ title: t('device.devices') }))

/** Organizers see all devices of their event, everybody else their own. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { signedIn, event } = await requireMarking(request, context, params.event!)
  const { services, language } = context
  const page = pageNumber(new URL(request.url).searchParams.get('page'))
  const accountId = mayOrganize(signedIn.roles, event) ? null : signedIn.accountId
  const [shown, found] = await Promise.all([
    findEventForEditing(services.db, event.id, language),
    listDevices(services.db, { eventId: event.id, accountId, page }),
  ])
  return { event: shown!, page, ...found }
}

export default function Devices() {
  const { event, devices, count, size, page } = useLoaderData<typeof loader>()
  const { t, path } = usePage()
  const base = `/attendance/${event.slug}`
  return (
    <main id="main" className="flow" data-series={seriesOf(event.mark)}>
      <p className="kind">
        <a href={path(base)}>
          <bdi>{event.title}</bdi>
        </a>
      </p>
      <h1 id="devices">{t('device.devices')}</h1>
      <p>{t('device.devicesLead')}</p>
      {devices.length === 0 ? (
        <Empty title={t('device.noDevices')}>
          <p>
            <a href={path(base)}>{t('device.openHere')}</a>
          </p>
        </Empty>
      ) : (
        <ScrollTable labelledBy="devices">
          <thead>
            <tr>
              <th scope="col">{t('device.name')}</th>
              <th scope="col">{t('device.openedBy')}</th>
              <th scope="col">{t('device.lastSeen')}</th>
              <th scope="col" className="num">
                {t('device.marks')}
              </th>
              <th scope="col">{t('device.standing')}</th>
            </tr>
          </thead>
          <tbody>
            {devices.map((device) => (
              <tr key={device.id}>
                <th scope="row">
                  <bdi>{device.name}</bdi>
                </th>
                <td>
                  <bdi>{device.openedBy}</bdi>
                </td>
                <td>
                  <Moment at={device.lastSeenAt} zone={event.zone} />
                </td>
                <td className="num">{device.marks}</td>
                <td>
                  {device.endedAt ? (
                    <Tag is="off">{t('device.isEnded')}</Tag>
                  ) : (
                    <a href={path(`${base}/devices/${device.id}/end`)}>
                      {t('device.end')} <span className="vh">{device.name}</span>
                    </a>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
      <Pages
        page={page}
        pageCount={pageCount(count, size)}
        addressOf={(number) => path(`${base}/devices?page=${number}`)}
      />
    </main>
  )
}
