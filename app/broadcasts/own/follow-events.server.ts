import type { Kysely } from 'kysely'
import { isDue, sendTime } from './own-time.ts'
import { OWN_SEGMENT } from './own-kinds.ts'
import { CHUNK, writeRecipients } from '../fix-recipients.server.ts'
import { readSegment } from '../read-segment.server.ts'
import { type Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/**
 * Keeps an event's own messages with the event: when it was moved they move along, and whoever took a seat after one
 * went out gets it at once, as long as it is of use. Returns whether there is more to send.
 */
export async function followEvents(db: Kysely<Database>, { now }: { now: Instant }): Promise<{ added: number }> {
  await moveAlong(db, now)
  let added = 0
  for (const row of await sentAndUseful(db, now)) if (isDue(row, row, now)) added += await addLate(db, row, now)
  return { added }
}

/** Only of events that changed after their messages were last looked at. */
async function moveAlong(db: Kysely<Database>, now: Instant): Promise<void> {
  const rows = await db
    .selectFrom('broadcasts')
    .innerJoin('events', 'events.id', 'broadcasts.eventId')
    .select(['broadcasts.id', 'anchor', 'offsetDays', 'atTime', 'sendAt'])
    .select(['startsOn', 'endsOn', 'startsAt', 'endsAt', 'zone', 'events.status', 'postponedAt'])
    .where('broadcasts.state', 'in', ['scheduled', 'done'])
    .where('broadcasts.anchor', 'is not', null)
    .whereRef('events.updatedAt', '>=', 'broadcasts.updatedAt')
    .execute()
  for (const row of rows)
    await db
      .updateTable('broadcasts')
      .set({ sendAt: sendTime(row, row), updatedAt: now })
      .where('id', '=', row.id)
      .where('state', 'in', ['scheduled', 'done'])
      .execute()
}

async function sentAndUseful(db: Kysely<Database>, now: Instant) {
  return await db
    .selectFrom('broadcasts')
    .innerJoin('events', 'events.id', 'broadcasts.eventId')
    .select(['broadcasts.id', 'broadcasts.eventId', 'anchor', 'offsetDays', 'atTime'])
    .select(['startsOn', 'endsOn', 'startsAt', 'endsAt', 'zone', 'events.status', 'postponedAt'])
    .where('broadcasts.state', '=', 'done')
    .where('broadcasts.anchor', '=', 'starts')
    .where('events.startsAt', '>', now)
    .execute()
}

/** Those with a seat whose address is not in its list yet. */
async function addLate(
  db: Kysely<Database>,
  { id, eventId }: { id: string; eventId: string },
  now: Instant,
): Promise<number> {
  const added = await transact(db, async (db) => {
    const seated = await readSegment(db, { eventId, segment: OWN_SEGMENT, now })
    const listed = await db
      .selectFrom('broadcastRecipients')
      .select('recipientKey')
      .where('broadcastId', '=', id)
      .execute()
    const known = new Set(listed.map(({ recipientKey }) => recipientKey))
    const late = seated.filter(({ emailKey }) => emailKey && !known.has(emailKey)).slice(0, CHUNK)
    if (late.length === 0) return 0
    const again = await db
      .updateTable('broadcasts')
      .set({ state: 'sending', updatedAt: now })
      .where('id', '=', id)
      .where('state', '=', 'done')
      .executeTakeFirst()
    if (again.numUpdatedRows === 0n) return 0
    await writeRecipients(db, { id, segment: OWN_SEGMENT }, late)
    return late.length
  })
  return added.ok ? added.value : 0
}
