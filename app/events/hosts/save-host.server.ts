import type { Kysely } from 'kysely'
import { bumpContentVersion } from '../event-changed.server.ts'
import { refreshSearch } from '../refresh-search.server.ts'
import type { HostForm } from './host-form.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface SaveHost {
  /** Null for a new one. */
  hostId: string | null
  form: HostForm
  now: Instant
  actor: Actor
}

/** Adds a chapter, an office or a partner that holds events, or changes one. Refused: `address-taken`, `gone`, `busy`. */
export async function saveHost(
  db: Kysely<Database>,
  { hostId, form, now, actor }: SaveHost,
): Promise<Result<{ id: string }, 'address-taken' | 'gone' | 'busy'>> {
  return await transact<{ id: string }, 'address-taken' | 'gone'>(db, async (db) => {
    const other = await db.selectFrom('hosts').select('id').where('slug', '=', form.slug).executeTakeFirst()
    if (other && other.id !== hostId) throw new Refused({ code: 'address-taken', field: 'slug' })
    const columns = { ...form, country: form.country ?? null, url: form.url ?? null }
    const id = hostId ?? newId(now)
    if (hostId === null) {
      await db
        .insertInto('hosts')
        .values({ id, ...columns })
        .execute()
    } else {
      const known = await db.selectFrom('hosts').select('id').where('id', '=', id).executeTakeFirst()
      if (!known) throw new Refused({ code: 'gone' })
      await db.updateTable('hosts').set(columns).where('id', '=', id).execute()
    }
    await recordAudit(db, now, [
      {
        actor,
        action: hostId === null ? 'host.added' : 'host.changed',
        objectKind: 'host',
        objectId: id,
        after: columns,
      },
    ])
    await bumpContentVersion(db)
    // Its name is among the words of its events.
    const events = await db.selectFrom('events').select('id').where('hostId', '=', id).execute()
    await refreshSearch(
      db,
      events.map((event) => event.id),
    )
    return { id }
  })
}
