import { type Kysely, sql } from 'kysely'
import type { SeriesForm } from './series-form.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { bumpContentVersion } from '../event-changed.server.ts'
import { refreshSearch } from '../refresh-search.server.ts'
import { flag } from '#app/values/flag.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface SaveSeries {
  /** Null for a new one. */
  seriesId: string | null
  form: SeriesForm
  now: Instant
  actor: Actor
}

type Refusals = 'address-taken' | 'unknown-host' | 'gone'

/**
 * Adds a series, or changes one, with its texts in one language. The address of one that exists stays as it is: links
 * and calendars lead to it. Refused: `address-taken`, `unknown-host`, `gone`, `busy`.
 */
export async function saveSeries(
  db: Kysely<Database>,
  { seriesId, form, now, actor }: SaveSeries,
): Promise<Result<{ id: string }, Refusals | 'busy'>> {
  return await transact<{ id: string }, Refusals>(db, async (db) => {
    const { slug, mark, position, hostId = null, textLanguage: language, name, shortName, kind, summary } = form
    const other = await db.selectFrom('series').select('id').where('slug', '=', slug).executeTakeFirst()
    if (other && seriesId === null) throw new Refused({ code: 'address-taken', field: 'slug' })
    if (hostId !== null) {
      const host = await db.selectFrom('hosts').select('id').where('id', '=', hostId).executeTakeFirst()
      if (!host) throw new Refused({ code: 'unknown-host', field: 'hostId' })
    }
    const columns = { mark, position, hostId, needsReview: flag(form.needsReview), updatedAt: now }
    const id = seriesId ?? newId(now)
    if (seriesId === null) {
      await db
        .insertInto('series')
        .values({ id, slug, ...columns, createdAt: now })
        .execute()
    } else {
      const known = await db.selectFrom('series').select('id').where('id', '=', id).executeTakeFirst()
      if (!known) throw new Refused({ code: 'gone' })
      await db.updateTable('series').set(columns).where('id', '=', id).execute()
    }
    await db.deleteFrom('seriesTexts').where('seriesId', '=', id).where('language', '=', language).execute()
    await db.insertInto('seriesTexts').values({ seriesId: id, language, name, shortName, kind, summary }).execute()
    await recordAudit(db, now, [
      {
        actor,
        action: seriesId === null ? 'series.added' : 'series.changed',
        objectKind: 'series',
        objectId: id,
        after: { ...columns, language, name, shortName },
      },
    ])
    await eventsChanged(db, id)
    return { id }
  })
}

/** Its name stands in the texts of its events. */
async function eventsChanged(db: Kysely<Database>, seriesId: string): Promise<void> {
  await db
    .updateTable('events')
    .set({ version: sql`version + 1` })
    .where('seriesId', '=', seriesId)
    .execute()
  const events = await db.selectFrom('events').select('id').where('seriesId', '=', seriesId).execute()
  await bumpContentVersion(db)
  await refreshSearch(
    db,
    events.map(({ id }) => id),
  )
}
