import type { Kysely } from 'kysely'
import type { DatedEvent } from './known-dates.ts'
import { isPublic } from '#app/calendar/is-public.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** All that the entries of an event's deadlines are made of. */
export interface DeadlineEvent extends DatedEvent {
  id: string
  slug: string
  zone: string
  language: string
  status: 'draft' | 'published' | 'cancelled'
  postponedAt: Instant | null
  isSample: number
  /** Whether the public sees it. */
  isShown: boolean
  texts: { language: string; title: string }[]
}

/** These events with their titles in every language and the dates of what is sold to everybody, in four queries. */
export async function readDeadlineEvents(db: Kysely<Database>, ids: string[]): Promise<DeadlineEvent[]> {
  const events = await db
    .selectFrom('events')
    .select(['id', 'slug', 'zone', 'language', 'status', 'publishedAt', 'postponedAt', 'isSample', 'startsOn'])
    .select(['admission', 'applyFromAt', 'applyUntilAt', 'scholarshipFromAt', 'scholarshipUntilAt'])
    .where('id', 'in', ids)
    .execute()
  const texts = await db
    .selectFrom('eventTexts')
    .select(['eventId', 'language', 'title'])
    .where('eventId', 'in', ids)
    .orderBy('language')
    .execute()
  const tickets = await db
    .selectFrom('ticketTypes')
    .select(['id', 'eventId', 'onSaleFromAt', 'onSaleUntilAt'])
    .where('eventId', 'in', ids)
    .where('isHidden', '=', 0)
    .orderBy('position')
    .orderBy('code')
    .execute()
  const steps = await db
    .selectFrom('priceSteps')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'priceSteps.ticketTypeId')
    .select(['priceSteps.ticketTypeId', 'priceSteps.kind', 'priceSteps.endsAt'])
    .where('ticketTypes.eventId', 'in', ids)
    .where('ticketTypes.isHidden', '=', 0)
    .orderBy('priceSteps.position')
    .execute()
  const textsOf = Map.groupBy(texts, ({ eventId }) => eventId)
  const ticketsOf = Map.groupBy(tickets, ({ eventId }) => eventId)
  const stepsOf = Map.groupBy(steps, ({ ticketTypeId }) => ticketTypeId)
  return events.map((event) => ({
    ...event,
    isShown: isPublic(event),
    texts: (textsOf.get(event.id) ?? []).map(({ language, title }) => ({ language, title })),
    tickets: (ticketsOf.get(event.id) ?? []).map(({ id, onSaleFromAt, onSaleUntilAt }) => ({
      onSaleFromAt,
      onSaleUntilAt,
      steps: stepsOf.get(id) ?? [],
    })),
  }))
}
