import type { Kysely } from 'kysely'
import type { CallHead } from './call.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

/** The head of one call of an event, or null. */
export async function findCall(
  db: Kysely<Database>,
  { eventId, slug, language }: { eventId: string; slug: string; language: string },
): Promise<CallHead | null> {
  return (await headsOf(db, language, { eventId, slug }))[0] ?? null
}

/** The heads of an event's calls, in order; drafts as well. */
export async function listCalls(
  db: Kysely<Database>,
  { eventId, language }: { eventId: string; language: string },
): Promise<CallHead[]> {
  return await headsOf(db, language, { eventId })
}

async function headsOf(
  db: Kysely<Database>,
  language: string,
  { eventId, slug }: { eventId: string; slug?: string },
): Promise<CallHead[]> {
  const calls = await db
    .selectFrom('calls')
    .select(['id', 'eventId', 'slug', 'kind', 'status', 'opensAt', 'closesAt', 'closesZone', 'graceMinutes', 'version'])
    .where('eventId', '=', eventId)
    .$if(slug !== undefined, (query) => query.where('slug', '=', slug!))
    .orderBy('position')
    .orderBy('id')
    .execute()
  if (calls.length === 0) return []
  const texts = await db
    .selectFrom('callTexts')
    .select(['callId', 'language', 'title', 'summary'])
    .where(
      'callId',
      'in',
      calls.map(({ id }) => id),
    )
    .execute()
  return calls.map((call) => {
    const text = inLanguage(
      texts.filter(({ callId }) => callId === call.id),
      language,
    )
    return { ...call, title: text?.title ?? call.slug, summary: text?.summary ?? '', language: text?.language ?? 'en' }
  })
}
