import type { Kysely } from 'kysely'
import { insertDraft } from './create-broadcast.server.ts'
import { parseSegment } from './segment.ts'
import type { Actor } from '#app/audit/record.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** A new draft with the words and the segment of a mail that there is. */
export async function copyBroadcast(
  db: Kysely<Database>,
  { eventId, broadcastId, now, actor }: { eventId: string; broadcastId: string; now: Instant; actor: Actor },
): Promise<Result<{ id: string }, 'gone' | 'busy'>> {
  return await transact<{ id: string }, 'gone'>(db, async (db) => {
    const known = await db
      .selectFrom('broadcasts')
      .select(['name', 'segment'])
      .where('id', '=', broadcastId)
      .where('eventId', '=', eventId)
      .where('kind', '<>', 'confirmation')
      .executeTakeFirst()
    if (!known) throw new Refused({ code: 'gone' as const })
    const id = newId(now)
    await insertDraft(db, { id, eventId, segment: parseSegment(known.segment), name: known.name, now, actor })
    const texts = await db
      .selectFrom('broadcastTexts')
      .select(['language', 'subject', 'body'])
      .where('broadcastId', '=', broadcastId)
      .execute()
    if (texts.length > 0)
      await db
        .insertInto('broadcastTexts')
        .values(texts.map((text) => ({ ...text, broadcastId: id })))
        .execute()
    return { id }
  })
}
