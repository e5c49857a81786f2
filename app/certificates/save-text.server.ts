import type { Kysely } from 'kysely'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { lockEvent } from '#app/events/lock-event.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { seenOf } from '#app/values/seen.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

interface Place {
  eventId: string
  /** '' for all tracks. */
  trackId: string
  language: string
}

/** What is written for a track in a language; '' where nothing is. */
export async function readText(db: Kysely<Database>, { eventId, trackId, language }: Place) {
  const row = await db
    .selectFrom('certificateTexts')
    .select('body')
    .where('eventId', '=', eventId)
    .where('trackId', '=', trackId)
    .where('language', '=', language)
    .executeTakeFirst()
  const body = row?.body ?? ''
  return { body, seen: seenOf(body) }
}

/** Writes what certificates of a track say; nothing written takes it away. Refused: `offer-stale`, `busy`. */
export async function saveText(
  db: Kysely<Database>,
  {
    form,
    actor,
    now,
    ...place
  }: Place & { form: { body: string; seen?: string | undefined }; actor: Actor; now: Instant },
): Promise<Result<null, 'offer-stale' | 'busy'>> {
  const { eventId, trackId, language } = place
  return await transact(db, async (db) => {
    await lockEvent(db, eventId)
    const stored = await readText(db, place)
    if (form.seen !== undefined && form.seen !== stored.seen) throw new Refused({ code: 'offer-stale' as const })
    await db
      .deleteFrom('certificateTexts')
      .where('eventId', '=', eventId)
      .where('trackId', '=', trackId)
      .where('language', '=', language)
      .execute()
    if (form.body !== '')
      await db
        .insertInto('certificateTexts')
        .values({ ...place, body: form.body })
        .execute()
    await recordAudit(db, now, [
      {
        actor,
        action: 'certificate.text-changed',
        objectKind: 'event',
        objectId: eventId,
        eventId,
        after: { trackId, language },
      },
    ])
    return null
  })
}
