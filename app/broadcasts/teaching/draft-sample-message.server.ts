import type { Kysely } from 'kysely'
import { createTeachingMessage } from './create-teaching-message.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

interface SampleMessage {
  eventId: string
  accountId: string
  language: string
  subject: string
  body: string
  now: Instant
}

/** Begins a message of the one who teaches a sample; never sent, and again without effect. */
export async function draftSampleMessage(
  db: Kysely<Database>,
  { eventId, accountId, now, ...text }: SampleMessage,
): Promise<Result<void>> {
  return await transact<void, string>(db, async (db) => {
    const known = await db.selectFrom('broadcasts').select('id').where('eventId', '=', eventId).limit(1).execute()
    if (known.length > 0) return
    const form = { ...text, track: '', reply: false, version: 0 }
    await createTeachingMessage(db, { eventId, accountId, trackIds: 'all', form, now })
  })
}
