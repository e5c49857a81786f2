import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { eventView } from '#app/events/event-queries.server.ts'
import { notFound } from '#app/http/answers.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { EventPage } from '#app/ui/event-page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'

export const handle = { shell: 'work', section: 'organize' }

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({
    title: t('organize.pageOfEvent', { page: t('organize.preview'), event: args.data?.event.text.title ?? '' }),
    more: [{ name: 'robots', content: 'noindex' }],
  }))

/** The page of the event exactly as the public sees it, or will see it. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const { db, config } = context.services
  const view = await eventView(db, event.slug, context.language, { allowDraft: true })
  if (!view) throw notFound()
  return { event: view, address: `${config.baseUrl}${context.prefix}/events/${event.slug}` }
}

export default function Preview() {
  const { event, address } = useLoaderData<typeof loader>()
  const { t, path } = usePage()
  return (
    <>
      <aside className="main noprint" aria-label={t('organize.preview')}>
        <p className="note">
          {event.status === 'draft' ? t('organize.previewDraft') : t('organize.previewPublic')}{' '}
          <a href={path(`/organize/${event.slug}`)}>{t('organize.backToDesk')}</a>
          {event.status === 'draft' && (
            <>
              {' · '}
              <a href={path(`/organize/${event.slug}/preview/link`)}>{t('publishing.link.title')}</a>
            </>
          )}
        </p>
      </aside>
      <EventPage event={event} address={address} />
    </>
  )
}
