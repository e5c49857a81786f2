import type { Kysely } from 'kysely'
import { withinReach } from '#app/events/within-reach.ts'
import type { Reach } from '#app/people/rights.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

/** So many are offered, the newest first. */
const OFFERED = 30

/** The calls that somebody may make another one of: those of the events that they organize. */
export async function listCopyable(db: Kysely<Database>, { reach, language }: { reach: Reach; language: string }) {
  const calls = await db
    .selectFrom('calls')
    .innerJoin('events', 'events.id', 'calls.eventId')
    .select(['calls.id', 'calls.slug', 'calls.eventId', 'events.slug as eventSlug', 'events.language'])
    .$if(reach !== 'all', (query) => query.where((eb) => withinReach(eb as never, reach as Exclude<Reach, 'all'>)))
    .orderBy('calls.createdAt', 'desc')
    .orderBy('calls.id', 'desc')
    .limit(OFFERED)
    .execute()
  if (calls.length === 0) return []
  const [texts, titles] = await Promise.all([
    db
      .selectFrom('callTexts')
      .select(['callId', 'language', 'title'])
      .where(
        'callId',
        'in',
        calls.map(({ id }) => id),
      )
      .execute(),
    db
      .selectFrom('eventTexts')
      .select(['eventId', 'language', 'title'])
      .where('eventId', 'in', [...new Set(calls.map(({ eventId }) => eventId))])
      .execute(),
  ])
  return calls.map((call) => ({
    id: call.id,
    title:
      inLanguage(
        texts.filter(({ callId }) => callId === call.id),
        language,
      )?.title ?? call.slug,
    event:
      inLanguage(
        titles.filter(({ eventId }) => eventId === call.eventId),
        language,
        call.language,
      )?.title ?? call.eventSlug,
  }))
}
