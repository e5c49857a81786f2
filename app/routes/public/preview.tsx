import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { eventView } from '#app/events/event-queries.server.ts'
import { isPreviewKey } from '#app/events/publishing/preview-key.ts'
import { findPreviewed } from '#app/events/publishing/preview-link.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { KEYED_PAGE, withoutReferrer } from '#app/http/private-page.ts'
import { PreviewProgramme } from './preview-programme.tsx'
import { programmeView } from '#app/programme/programme-queries.server.ts'
import { EventPage } from '#app/ui/event-page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'

export const handle = { shell: 'public', section: 'events' }

export const headers: HeadersFunction = () => KEYED_PAGE

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({
    title: t('organize.pageOfEvent', { page: t('organize.preview'), event: args.data?.event?.text.title ?? '' }),
    more: [{ name: 'robots', content: 'noindex' }],
  }))

/** A draft as the public will see it, for whoever has its link. Once it is public, the link leads to the page itself. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, config } = context.services
  const previewed = (await findPreviewed(db, params.event ?? '')) ?? null
  const key = new URL(request.url).searchParams.get('key') ?? ''
  const nothing = () => data({ event: null, programme: null, address: '' }, { status: 404, headers: KEYED_PAGE })
  if (!isPreviewKey(config.secret, previewed, key)) return nothing()
  const { slug, status } = previewed!
  if (status !== 'draft') throw withoutReferrer(seeOther(context, `/events/${slug}`))
  const event = await eventView(db, slug, context.language, { allowDraft: true })
  const programme = await programmeView(db, slug, context.language, { allowDraft: true })
  if (!event || !programme) return nothing()
  const address = `${config.baseUrl}${context.prefix}/events/${slug}`
  return data({ event, programme, address }, { headers: KEYED_PAGE })
}

export default function Preview() {
  const { event, programme, address } = useLoaderData<typeof loader>()
  const { t } = usePage()
  if (event === null)
    return (
      <main id="main" tabIndex={-1}>
        <div className="flow intro">
          <h1>{t('publishing.link.lost')}</h1>
          <p className="lead">{t('publishing.link.lostLead')}</p>
        </div>
      </main>
    )
  return (
    <>
      <aside className="main" aria-label={t('organize.preview')}>
        <p className="note" data-is="warn">
          {t('publishing.link.notPublic')}
        </p>
      </aside>
      <EventPage event={event} address={address} />
      <PreviewProgramme programme={programme} />
    </>
  )
}
