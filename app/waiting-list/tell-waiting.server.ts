import type { Kysely } from 'kysely'
import { enqueueMessages, type NewMessage } from '#app/mail/enqueue.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** A mail to who waits, in the transaction of what it tells; an erased person is not written to. */
export async function tellWaiting(
  db: Kysely<Database>,
  mail: {
    template: Extract<NewMessage['template'], `waiting-list-${string}`>
    entryId: string
    /** The entry itself unless told. */
    subjectId?: string
    props?: Record<string, string | number>
    now: Instant
  },
): Promise<void> {
  const { template, entryId, subjectId = entryId, props = {}, now } = mail
  const entry = await db
    .selectFrom('waitingListEntries as entry')
    .innerJoin('people', 'people.id', 'entry.personId')
    .select(['entry.eventId', 'entry.language', 'people.email', 'people.fullName'])
    .where('entry.id', '=', entryId)
    .executeTakeFirstOrThrow()
  if (entry.email === null) return
  const recipient = { email: entry.email, name: entry.fullName }
  const { language, eventId } = entry
  await enqueueMessages(db, [{ template, subjectId, recipient, language, eventId, props }], now)
}
