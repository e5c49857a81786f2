import type { Kysely, Selectable } from 'kysely'
import { noMessages, type MessageCounts } from '#app/mail/mail-standing.server.ts'
import type { WordsText } from '#app/mail/write-words.server.ts'
import type { BroadcastsTable, Database } from '#db/schema.ts'

export const BROADCASTS_PAGE = 25

export interface BroadcastRow extends Pick<
  Selectable<BroadcastsTable>,
  'id' | 'kind' | 'name' | 'state' | 'sendAt' | 'startedAt' | 'endedAt' | 'createdAt' | 'anchor' | 'atTime'
> {
  offsetDays: number
  messages: MessageCounts
}

/** The mails to segments of an event, or those of one instructor, the newest first, with what became of them: two queries for a page. */
export async function listBroadcasts(
  db: Kysely<Database>,
  { eventId, page, instructorId }: { eventId: string; page: number; instructorId?: string },
): Promise<{ total: number; rows: BroadcastRow[] }> {
  const { count } = await db
    .selectFrom('broadcasts')
    .select((row) => row.fn.countAll<number | string>().as('count'))
    .where('eventId', '=', eventId)
    .where('kind', '=', 'once')
    .$if(instructorId !== undefined, (query) =>
      query.where('createdBy', '=', instructorId!).where('isOfInstructor', '=', 1),
    )
    .executeTakeFirstOrThrow()
  const rows = await rowsOf(db, eventId)
    .where('kind', '=', 'once')
    .$if(instructorId !== undefined, (query) =>
      query.where('createdBy', '=', instructorId!).where('isOfInstructor', '=', 1),
    )
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(BROADCASTS_PAGE)
    .offset((page - 1) * BROADCASTS_PAGE)
    .execute()
  return { total: Number(count), rows: await withMessages(db, rows) }
}

/** The event's own messages as far as somebody has looked after them. */
export async function listOwnMessages(db: Kysely<Database>, eventId: string): Promise<BroadcastRow[]> {
  return await withMessages(db, await rowsOf(db, eventId).where('kind', '<>', 'once').execute())
}

function rowsOf(db: Kysely<Database>, eventId: string) {
  return db
    .selectFrom('broadcasts')
    .select(['id', 'kind', 'name', 'state', 'sendAt', 'startedAt', 'endedAt', 'createdAt', 'anchor', 'atTime'])
    .select('offsetDays')
    .where('eventId', '=', eventId)
}

async function withMessages(db: Kysely<Database>, rows: Omit<BroadcastRow, 'messages'>[]): Promise<BroadcastRow[]> {
  const counts = await db
    .selectFrom('messages')
    .select((row) => ['subjectId', 'state', row.fn.countAll<number | string>().as('count')])
    .where('template', '=', 'broadcast')
    .where('subjectId', 'in', [...rows.map(({ id }) => id), ''])
    .where('occasion', '=', '')
    .groupBy(['subjectId', 'state'])
    .execute()
  return rows.map((row) => {
    const messages = noMessages()
    for (const { subjectId, state, count } of counts) if (subjectId === row.id) messages[state] = Number(count)
    return { ...row, messages }
  })
}

export interface FoundBroadcast extends Selectable<BroadcastsTable> {
  texts: WordsText[]
  messages: MessageCounts
  recipients: Record<'waiting' | 'stored' | 'left-out', number>
}

/** One broadcast of the event with its texts and how far it is: four queries. Null when the event has no such. */
export async function findBroadcast(
  db: Kysely<Database>,
  { eventId, broadcastId }: { eventId: string; broadcastId: string },
): Promise<FoundBroadcast | null> {
  const row = await db
    .selectFrom('broadcasts')
    .selectAll()
    .where('id', '=', broadcastId)
    .where('eventId', '=', eventId)
    .executeTakeFirst()
  if (!row) return null
  const texts = await db
    .selectFrom('broadcastTexts')
    .select(['language', 'subject', 'body'])
    .where('broadcastId', '=', broadcastId)
    .orderBy('language')
    .execute()
  const states = await db
    .selectFrom('broadcastRecipients')
    .select((one) => ['state', one.fn.countAll<number | string>().as('count')])
    .where('broadcastId', '=', broadcastId)
    .groupBy('state')
    .execute()
  const recipients = { waiting: 0, stored: 0, 'left-out': 0 }
  for (const { state, count } of states) recipients[state] = Number(count)
  const [counted] = await withMessages(db, [row])
  return { ...row, texts, recipients, messages: counted!.messages }
}

/** The own message of an event of one kind; null when nobody has looked after it. */
export async function findOwnMessage(
  db: Kysely<Database>,
  { eventId, kind }: { eventId: string; kind: BroadcastsTable['kind'] },
): Promise<FoundBroadcast | null> {
  const row = await db
    .selectFrom('broadcasts')
    .select('id')
    .where('eventId', '=', eventId)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row ? await findBroadcast(db, { eventId, broadcastId: row.id }) : null
}
