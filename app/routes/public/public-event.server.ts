import { isOnPage, publicCalls } from '#app/applications/applying/public-calls.server.ts'
import { eventView } from '#app/events/event-queries.server.ts'
import type { EventView } from '#app/events/event-view.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { hasAwardedNames } from '#app/scholarships/awards/awarded-names.server.ts'
import { waitingFor } from '#app/waiting-list/queries.server.ts'

/** An event as everybody sees it; null where there is none. */
export async function publicEvent(
  { services, language, now }: RequestContext,
  slug: string,
): Promise<EventView | null> {
  const held = await services.publicFacts(now)
  return await held(`event ${language} ${slug}`, () => eventView(services.db, slug, language))
}

/** The same with what its page says of other things. */
export async function publicEventPage(context: RequestContext, slug: string) {
  const { services, language, now } = context
  const { db } = services
  const held = await services.publicFacts(now)
  return await held(`event page ${language} ${slug}`, async () => {
    const event = await publicEvent(context, slug)
    if (!event) return null
    const calls = await publicCalls(db, { eventId: event.id, language })
    const list = await waitingFor(db, { eventId: event.id, now })
    return {
      event,
      waiting: list?.waiting ?? null,
      hasAwarded: await hasAwardedNames(db, { eventId: event.id, now }),
      calls: {
        apply: calls.some((call) => isOnPage(call, 'apply')),
        scholarship: calls.some((call) => isOnPage(call, 'scholarship')),
      },
    }
  })
}
