import { type Kysely, sql } from 'kysely'
import { CLONE_PARTS, type ClonePart } from './clone-parts.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

/** The table whose rows stand for a part. */
const COUNTED = {
  programme: 'sessions',
  tickets: 'ticketTypes',
  questions: 'questions',
  calls: 'calls',
  people: 'eventPeople',
  messages: 'broadcasts',
  tasks: 'eventTasks',
  campaigns: 'voucherCampaigns',
} as const satisfies Record<ClonePart, keyof Database>

/** What the screen says of an event that another is made from; null when there is none. */
export async function cloneFacts(db: Kysely<Database>, { eventId, language }: { eventId: string; language: string }) {
  const event = await db
    .selectFrom('events')
    .select(['id', 'slug', 'seriesId', 'language', 'startsOn', 'endsOn', 'firstOn', 'lastOn', 'zone', 'isTemplate'])
    .select(['status', 'publishedAt'])
    .where('id', '=', eventId)
    .executeTakeFirst()
  if (!event) return null
  const [texts, counts, files] = await Promise.all([
    db.selectFrom('eventTexts').select(['language', 'title']).where('eventId', '=', eventId).execute(),
    Promise.all(CLONE_PARTS.map(async (part) => [part, await countOf(db, part, eventId)] as const)),
    db
      .selectFrom('sessionMaterials')
      .innerJoin('sessions', 'sessions.id', 'sessionMaterials.sessionId')
      .select(sql<number>`count(*)`.as('count'))
      .where('sessions.eventId', '=', eventId)
      .where('sessionMaterials.fileId', 'is not', null)
      .executeTakeFirstOrThrow(),
  ])
  const own = texts.find((text) => text.language === event.language)
  return {
    ...event,
    title: own?.title ?? inLanguage(texts, language)?.title ?? event.slug,
    counts: Object.fromEntries(counts) as Record<ClonePart, number>,
    files: Number(files.count),
  }
}

async function countOf(db: Kysely<Database>, part: ClonePart, eventId: string): Promise<number> {
  const { count } = await db
    .selectFrom(COUNTED[part])
    .select(sql<number>`count(*)`.as('count'))
    .where('eventId', '=', eventId)
    .$if(part === 'messages', (query) => query.where(sql<boolean>`kind <> 'once'`))
    .executeTakeFirstOrThrow()
  return Number(count)
}
