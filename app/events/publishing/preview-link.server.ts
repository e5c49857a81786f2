import type { Kysely } from 'kysely'
import type { ChangeEventStatus } from './publish-event.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

type Change = ChangeEventStatus & {
  /** The version that whoever asks has seen: of two who renew at once, one link is made. */
  seen: number
}

/** The event that an address names, as far as its preview depends on it. */
export async function findPreviewed(db: Kysely<Database>, slug: string) {
  return await db
    .selectFrom('events')
    .select(['id', 'slug', 'status', 'publishedAt', 'previewVersion'])
    .where('slug', '=', slug)
    .where('isTemplate', '=', 0)
    .executeTakeFirst()
}

/** Makes the link by which colleagues see an event before it is public; every earlier one leads nowhere from then on. */
export async function renewPreviewLink(
  db: Kysely<Database>,
  input: Change,
): Promise<Result<void, 'link-stale' | 'busy'>> {
  return await setVersion(db, input, Math.abs(input.seen) + 1, 'event.preview-opened')
}

/** Ends the link: it leads nowhere, and neither will it when another one is made. */
export async function endPreviewLink(
  db: Kysely<Database>,
  input: Change,
): Promise<Result<void, 'link-stale' | 'busy'>> {
  return await setVersion(db, input, -Math.abs(input.seen), 'event.preview-ended')
}

async function setVersion(
  db: Kysely<Database>,
  { eventId, seen, now, actor }: Change,
  previewVersion: number,
  action: string,
): Promise<Result<void, 'link-stale' | 'busy'>> {
  return await transact<void, 'link-stale'>(db, async (db) => {
    const set = await db
      .updateTable('events')
      .set({ previewVersion })
      .where('id', '=', eventId)
      .where('previewVersion', '=', seen)
      .executeTakeFirst()
    if (set.numUpdatedRows !== 1n) throw new Refused({ code: 'link-stale' as const })
    const [before, after] = [{ previewVersion: seen }, { previewVersion }]
    await recordAudit(db, now, [{ actor, action, objectKind: 'event', objectId: eventId, eventId, before, after }])
  })
}
