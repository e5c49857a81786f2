import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DeviceForms } from './device-forms.tsx'
import { DeviceWork } from './device-work.tsx'
import { findEventForEditing } from '#app/events/editing-queries.server.ts'
import { requireMarking } from '#app/http/guards.server.ts'
import { textsOf } from '#app/locales/translate.ts'
import deviceStyles from '#app/ui/attendance-device.css?url'
import { pageMeta } from '#app/ui/page-meta.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'

export const links = () => [{ rel: 'stylesheet', href: deviceStyles }]

export const handle = { shell: 'paper', scripts: ['attendance'] }

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({
    title: t('device.pageTitle', { event: args.data?.event.title ?? '' }),
    more: [{ name: 'robots', content: 'noindex' }],
  }))

/** The same for everybody who may mark: browsers keep this page, and open it without asking. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireMarking(request, context, params.event!)
  const { services, language } = context
  const { slug, title, mark } = (await findEventForEditing(services.db, event.id, language))!
  return { event: { slug, title, mark }, texts: textsOf('device', language) }
}

export default function AttendanceDevice() {
  const { event, texts } = useLoaderData<typeof loader>()
  const { t, path } = usePage()
  return (
    <main
      id="main"
      className="dv"
      tabIndex={-1}
      data-series={seriesOf(event.mark)}
      data-part="device"
      data-event={event.slug}
      data-texts={JSON.stringify(texts)}
    >
      <header className="dv-head">
        <p className="kind">
          <bdi>{event.title}</bdi>
        </p>
        <h1>{t('device.title')}</h1>
      </header>
      <div className="note flow" data-part="plain">
        <p>{t('device.needsScript')}</p>
        <p className="row">
          <a href={path(`/teach/${event.slug}/attendance`)}>{t('attendance.title')}</a>
          <a href={path(`/organize/${event.slug}/check-in`)}>{t('checkIn.title')}</a>
        </p>
      </div>
      <p className="note" data-part="unable" role="alert" hidden />
      <p className="note" data-part="newer" role="status" hidden />
      <p className="note" data-part="waiting" data-is="warn" role="status" hidden />
      <DeviceForms />
      <DeviceWork event={event.slug} />
    </main>
  )
}
