import type { Kysely } from 'kysely'
import { lockEvent, refuseStale } from './lock-event.server.ts'
import type { QuotaForm } from './quota-form.ts'
import { seenOf } from '#app/values/seen.ts'
import { nextPosition } from '#app/events/next-position.server.ts'
import { refuseForeignTrack } from '#app/events/refuse-foreign-track.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database, QuotasTable } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface SaveQuota {
  eventId: string
  /** Null for a new one. */
  quotaId: string | null
  form: QuotaForm
  now: Instant
  actor: Actor
}

/** Adds a pool of seats, or changes one. It never becomes smaller than what is taken. */
export async function saveQuota(
  db: Kysely<Database>,
  { eventId, quotaId, form, now, actor }: SaveQuota,
): Promise<Result<{ id: string }, 'below-taken' | 'unknown-track' | 'offer-stale' | 'gone' | 'busy'>> {
  return await transact<{ id: string }, 'below-taken' | 'unknown-track' | 'offer-stale' | 'gone'>(db, async (db) => {
    await lockEvent(db, eventId, now)
    const trackId = form.trackId || null
    await refuseForeignTrack(db, eventId, trackId)
    const columns = { name: form.name, size: form.size, overBy: form.overBy, trackId }
    const id = quotaId ?? newId(now)
    const before = quotaId === null ? null : await findQuota(db, eventId, quotaId)
    if (before) refuseStale(form.seen, seenOfQuota(before))
    if (before === null) {
      const position = await nextPosition(db, 'quotas', eventId)
      await db
        .insertInto('quotas')
        .values({ id, eventId, taken: 0, position, ...columns })
        .execute()
    } else {
      const updated = await db
        .updateTable('quotas')
        .set(columns)
        .where('id', '=', id)
        .where('eventId', '=', eventId)
        .where('taken', '<=', form.size + form.overBy)
        .executeTakeFirst()
      // MySQL counts found rows here (mysql2 sets CLIENT_FOUND_ROWS), so nothing found means too small.
      if (updated.numUpdatedRows === 0n) {
        const { taken } = await findQuota(db, eventId, id)
        throw new Refused({ code: 'below-taken' as const, field: 'size', details: { count: taken - form.overBy } })
      }
    }
    await recordAudit(db, now, [
      {
        actor,
        action: before ? 'quota.changed' : 'quota.added',
        objectKind: 'quota',
        objectId: id,
        eventId,
        ...(before
          ? { before: { name: before.name, size: before.size, overBy: before.overBy, trackId: before.trackId } }
          : {}),
        after: columns,
      },
    ])
    await eventChanged(db, eventId, now)
    return { id }
  })
}

/** What the form of a pool of seats was filled in over: how many are taken changes without anybody saving. */
export function seenOfQuota({
  name,
  size,
  overBy,
  trackId,
}: Pick<QuotasTable, 'name' | 'size' | 'overBy' | 'trackId'>): string {
  return seenOf([name, size, overBy, trackId])
}

async function findQuota(db: Kysely<Database>, eventId: string, quotaId: string) {
  const quota = await db
    .selectFrom('quotas')
    .selectAll()
    .where('id', '=', quotaId)
    .where('eventId', '=', eventId)
    .executeTakeFirst()
  if (!quota) throw new Refused({ code: 'gone' as const })
  return quota
}
