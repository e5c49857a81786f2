import type { Kysely } from 'kysely'
import { eventBounds, sessionBounds } from './event-bounds.ts'
import { eventChanged } from './event-changed.server.ts'
import { lockEvent } from './lock-event.server.ts'
import { renameZones } from './rename-zones.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

const AT_ONCE = 50
/** A zone moves by hours: what has ended by so much has ended. */
const A_DAY = 24 * 60

/**
 * Wall-clock times are what an organizer set; the stored moments follow from them. When governments changed their
 * clocks, and newer zone data knows it, the moments of events and sessions that are not over yet are worked out again,
 * fifty events a call. Where one moves, that is a change like any other. Returns whether there is more to do.
 */
export async function followZones(
  db: Kysely<Database>,
  { version, now }: { version: string; now: Instant },
): Promise<{ moved: number; isMore: boolean }> {
  const reached = await reachedBy(db, version)
  if (reached === null) return { moved: 0, isMore: false }
  const events = await db
    .selectFrom('events')
    .select('id')
    .where('id', '>', reached)
    .where('endsAt', '>', addMinutes(now, -A_DAY))
    .orderBy('id')
    .limit(AT_ONCE)
    .execute()
  let moved = 0
  for (const { id } of events) {
    // The next round begins with one that is busy.
    const result = await transact(db, (db) => followOne(db, id, now))
    if (!result.ok) return { moved, isMore: true }
    if (result.value) moved++
    await remember(db, version, id)
  }
  if (events.length < AT_ONCE) await remember(db, version, null)
  return { moved, isMore: events.length === AT_ONCE }
}

/** How far the work for a release has come; null when it is done, for this release or for a newer one. */
async function reachedBy(db: Kysely<Database>, version: string): Promise<string | null> {
  const row = await db.selectFrom('zoneReleases').selectAll().where('name', '=', 'moments').executeTakeFirst()
  if (row && row.version >= version) return row.version === version ? row.reached : null
  await renameZones(db)
  // Where another process begins at the same moment, this one leaves it the work.
  return (await transact(db, (db) => begin(db, version))).ok ? '' : null
}

async function begin(db: Kysely<Database>, version: string): Promise<void> {
  await db.insertInto('zoneReleases').ignore().values({ name: 'moments', version, reached: '' }).execute()
  await db
    .updateTable('zoneReleases')
    .set({ version, reached: '' })
    .where('name', '=', 'moments')
    .where('version', '<', version)
    .execute()
}

async function remember(db: Kysely<Database>, version: string, reached: string | null): Promise<void> {
  await db
    .updateTable('zoneReleases')
    .set({ reached })
    .where('name', '=', 'moments')
    .where('version', '=', version)
    .execute()
}

/** Whether any moment of an event or of its sessions moved; both are read when nobody else can change them any more. */
async function followOne(db: Kysely<Database>, eventId: string, now: Instant): Promise<boolean> {
  await lockEvent(db, eventId)
  const event = await db.selectFrom('events').selectAll().where('id', '=', eventId).executeTakeFirst()
  if (!event) return false
  const { startsAt, endsAt } = eventBounds(event)
  let isMoved = startsAt !== event.startsAt || endsAt !== event.endsAt
  if (isMoved) await db.updateTable('events').set({ startsAt, endsAt }).where('id', '=', eventId).execute()
  for (const session of await db.selectFrom('sessions').selectAll().where('eventId', '=', event.id).execute()) {
    const bounds = sessionBounds(session, event.zone)
    if (bounds.startsAt === session.startsAt && bounds.endsAt === session.endsAt) continue
    await db
      .updateTable('sessions')
      .set({ ...bounds, updatedAt: now })
      .where('id', '=', session.id)
      .execute()
    isMoved = true
  }
  if (!isMoved) return false
  await recordAudit(db, now, [
    {
      actor: { kind: 'system' },
      action: 'event.zone-moved',
      objectKind: 'event',
      objectId: event.id,
      eventId: event.id,
      before: { startsAt: event.startsAt, endsAt: event.endsAt },
      after: { startsAt, endsAt, zone: event.zone },
    },
  ])
  await eventChanged(db, event.id, now)
  return true
}
