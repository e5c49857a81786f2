import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { isOnPage, publicCalls } from '#app/applications/applying/public-calls.server.ts'
import { eventView } from '#app/events/event-queries.server.ts'
import { eventJsonLd } from '#app/events/json-ld.ts'
import { notFound } from '#app/http/answers.ts'
import { hasAwardedNames } from '#app/scholarships/awards/awarded-names.server.ts'
import { EventPage } from '#app/ui/event-page.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { shareMeta } from '#app/ui/share-meta.ts'
import { formatDays } from '#app/values/dates.ts'
import { waitingFor } from '#app/waiting-list/queries.server.ts'

export const handle = { shell: 'public', section: 'events' }

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, config } = context.services
  const event = await eventView(db, params.event ?? '', context.language)
  if (!event) throw notFound()
  const calls = await publicCalls(db, { eventId: event.id, language: context.language })
  const list = await waitingFor(db, { eventId: event.id, now: context.now })
  const { baseUrl } = config
  const { prefix, language, now } = context
  const address = `${baseUrl}${prefix}/events/${event.slug}`
  return {
    event,
    waiting: list?.waiting ?? null,
    hasAwarded: await hasAwardedNames(db, { eventId: event.id, now: context.now }),
    calls: {
      apply: calls.some((call) => isOnPage(call, 'apply')),
      scholarship: calls.some((call) => isOnPage(call, 'scholarship')),
    },
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
