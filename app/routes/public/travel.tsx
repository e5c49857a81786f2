import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { publicEvent } from './public-event.server.ts'
import { notFound } from '#app/http/answers.ts'
import { ByCountry } from '#app/ui/event/travel-notes.tsx'
import { foreign } from '#app/ui/foreign.ts'
import { Markdown } from '#app/ui/markdown.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'

export const handle = { shell: 'public', section: 'events' }

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({
    title: args.data
      ? t('organize.pageOfEvent', { page: t('author.travel.byCountry'), event: args.data.event.text.title })
      : '404',
  }))

/** What people of each country need to know, where it is more than the page of the event has room for. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const event = await publicEvent(context, params.event ?? '')
  if (!event || event.travelNotes.length === 0) throw notFound()
  const { slug, text, travelNotes, series } = event
  return { event: { slug, text, travelNotes, mark: series.mark } }
}

export default function TravelToEvent() {
  const { event } = useLoaderData<typeof loader>()
  const { t, language, path } = usePage()
  return (
    <main id="main" tabIndex={-1} className="main flow" data-series={seriesOf(event.mark)}>
      <h1>{t('author.travel.byCountry')}</h1>
      <p>
        <a href={path(`/events/${event.slug}`)} {...foreign(event.text.language, language)}>
          <bdi>{event.text.title}</bdi>
        </a>
      </p>
      {event.text.visaNote && (
        <div {...foreign(event.text.language, language)}>
          <Markdown text={event.text.visaNote} />
        </div>
      )}
      <ByCountry notes={event.travelNotes} />
    </main>
  )
}
