import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CallTag } from './call-tag.tsx'
import { deskMeta, useDesk } from './desk.ts'
import type { CallHead } from '#app/applications/calls/call.ts'
import { listCalls } from '#app/applications/calls/find-call.server.ts'
import { lastMinuteOf } from '#app/events/price-table.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { ANYWHERE_ON_EARTH, clockOf } from '#app/values/closing-zone.ts'
import { formatMoment } from '#app/values/dates.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('call.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireRight(request, context, params.event!, 'organize')
  return { calls: await listCalls(context.services.db, { eventId: event.id, language: context.language }) }
}

export default function Calls() {
  const { calls } = useLoaderData<typeof loader>()
  const { slug } = useDesk()
  const { t, path } = usePage()
  return (
    <>
      <div className="row ends">
        <div>
          <h1>{t('call.title')}</h1>
          <p className="mute">{t('call.list.lead')}</p>
        </div>
        <a className="btn go" href={path(`/organize/${slug}/calls/new`)}>
          {t('call.list.new')}
        </a>
      </div>
      {calls.length === 0 ? (
        <Empty title={t('call.list.none')} level="h2">
          <p>{t('call.list.noneWhat')}</p>
          <p>{t('call.list.noneHow')}</p>
        </Empty>
      ) : (
        <ScrollTable label={t('call.title')}>
          <thead>
            <tr>
              <th scope="col">{t('call.list.call')}</th>
              <th scope="col">{t('call.list.state')}</th>
              <th scope="col" className="more">
                {t('call.fields.opensAt')}
              </th>
              <th scope="col">{t('call.fields.closesAt')}</th>
            </tr>
          </thead>
          <tbody>
            {calls.map((call) => (
              <Row key={call.id} call={call} />
            ))}
          </tbody>
        </ScrollTable>
      )}
    </>
  )
}

function Row({ call }: { call: CallHead }) {
  const { slug, zone } = useDesk()
  const { t, path, language } = usePage()
  const clock = clockOf(call.closesZone, zone)
  const when = (at: string | null) => (at === null ? '–' : formatMoment(at, clock, language))
  const end = call.closesAt === null ? '–' : when(lastMinuteOf(call.closesAt, clock))
  return (
    <tr>
      <th scope="row">
        <a href={path(`/organize/${slug}/calls/${call.slug}`)}>
          <bdi lang={call.language}>{call.title}</bdi>
        </a>
        <br />
        <small>{t(`call.kinds.${call.kind}`)}</small>
      </th>
      <td>
        <CallTag call={call} />
      </td>
      <td className="more">{when(call.opensAt)}</td>
      <td>
        {call.closesZone === ANYWHERE_ON_EARTH && call.closesAt ? t('register.anywhereOnEarth', { when: end }) : end}
      </td>
    </tr>
  )
}
