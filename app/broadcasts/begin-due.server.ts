import type { Kysely } from 'kysely'
import { isDue, sendTime } from './own/own-time.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

const AT_ONCE = 20

/**
 * Begins the broadcasts whose time has come. An event's own messages are looked at with what is true of the event now:
 * one that was moved, postponed, cancelled or taken back sends none.
 */
export async function beginDue(db: Kysely<Database>, now: Instant): Promise<void> {
  const due = await db
    .selectFrom('broadcasts')
    .innerJoin('events', 'events.id', 'broadcasts.eventId')
    .select(['broadcasts.id', 'broadcasts.eventId', 'broadcasts.kind', 'anchor', 'offsetDays', 'atTime'])
    .select(['startsOn', 'endsOn', 'startsAt', 'endsAt', 'zone', 'events.status', 'postponedAt'])
    .where('broadcasts.state', '=', 'scheduled')
    .where('broadcasts.sendAt', '<=', now)
    .where((row) =>
      row.or([
        row('broadcasts.kind', '=', 'once'),
        row.and([row('events.status', '=', 'published'), row('events.postponedAt', 'is', null)]),
      ]),
    )
    .orderBy('broadcasts.sendAt', 'desc')
    .limit(AT_ONCE)
    .execute()
  for (const row of due) {
    if (row.kind !== 'once' && !isDue(row, row, now)) {
      await putOff(db, row.id, sendTime(row, row), now)
      continue
    }
    await transact(db, async (db) => {
      const begun = await db
        .updateTable('broadcasts')
        .set({ state: 'sending', startedAt: now, updatedAt: now })
        .where('id', '=', row.id)
        .where('state', '=', 'scheduled')
        .executeTakeFirst()
      if (begun.numUpdatedRows === 0n) return
      await recordAudit(db, now, [
        {
          actor: { kind: 'system' },
          action: 'broadcast.sending',
          objectKind: 'broadcast',
          objectId: row.id,
          eventId: row.eventId,
          before: { state: 'scheduled' },
          after: { state: 'sending' },
        },
      ])
    })
  }
}

/** To its new time; one that is over has none until the event changes again. */
async function putOff(db: Kysely<Database>, id: string, at: Instant | null, now: Instant): Promise<void> {
  await db
    .updateTable('broadcasts')
    .set({ sendAt: at !== null && at > now ? at : null, updatedAt: now })
    .where('id', '=', id)
    .where('state', '=', 'scheduled')
    .execute()
}
