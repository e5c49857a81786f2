import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { publicEventPage } from './public-event.server.ts'
import { eventJsonLd } from '#app/events/json-ld.ts'
import { notFound } from '#app/http/answers.ts'
import { EventPage } from '#app/ui/event-page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { shareMeta } from '#app/ui/share-meta.ts'
import { formatDays } from '#app/values/dates.ts'

export const handle = { shell: 'public', section: 'events' }

export async function loader({ params, context }: LoaderFunctionArgs) {
  const page = await publicEventPage(context, params.event ?? '')
  if (!page) throw notFound()
  const { event } = page
  const { prefix, language, now } = context
  const { baseUrl } = context.services.config
  const address = `${baseUrl}${prefix}/events/${event.slug}`
  return {
    ...page,
    address,
    baseUrl,
    prefix,
    language,
    data: eventJsonLd(event, address, now),
  }
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, () => {
    if (!args.data) return { title: '404' }
    const { event, baseUrl, prefix, language, data } = args.data
    const days = formatDays(event.startsOn, event.endsOn, language)
    return {
      title: `${event.text.title}, ${days}`,
      more: [
        ...shareMeta({
          baseUrl,
          prefix,
          path: `/events/${event.slug}`,
          title: event.text.title,
          description: event.text.summary,
        }),
        { 'script:ld+json': data },
      ],
    }
  })

export default function Page() {
  const { event, address, waiting, calls, hasAwarded } = useLoaderData<typeof loader>()
  return <EventPage event={event} address={address} waiting={waiting} calls={calls} hasAwarded={hasAwarded} />
}
