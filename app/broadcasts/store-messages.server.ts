import { type Kysely, sql } from 'kysely'
import { CHUNK, type Sending } from './fix-recipients.server.ts'
import { peopleOf } from './people-of.server.ts'
import { enqueueMessages } from '#app/mail/enqueue.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/**
 * Stores the mails of the next recipients; how many, or null when it was paused, or the database is busy. The key of
 * the message and that of the list both keep an address from getting a second one.
 */
export async function storeMessages(
  db: Kysely<Database>,
  { id, eventId }: Pick<Sending, 'id' | 'eventId'>,
  now: Instant,
): Promise<number | null> {
  const stored = await transact(db, async (db) => {
    // First of all, so that workers come one after the other.
    const locked = await db
      .updateTable('broadcasts')
      .set({ updatedAt: now })
      .where('id', '=', id)
      .where('state', '=', 'sending')
      .executeTakeFirst()
    if (locked.numUpdatedRows === 0n) return null
    const rows = await db
      .selectFrom('broadcastRecipients')
      .select(['recipientKey', 'registrationId', 'entryId', 'sessionPersonId', 'accountId'])
      .where('broadcastId', '=', id)
      .where('state', '=', 'waiting')
      .orderBy('recipientKey')
      .limit(CHUNK)
      .execute()
    if (rows.length === 0) return 0
    const people = await peopleOf(db, rows)
    const messages = rows.flatMap(({ recipientKey, ...subject }) => {
      const person = people.get(recipientKey)
      if (!person) return []
      const { email, name, language } = person
      const recipient = { email, name }
      return [{ template: 'broadcast' as const, subjectId: id, recipient, language, eventId, props: { ...subject } }]
    })
    await enqueueMessages(db, messages, now)
    const keys = rows.map(({ recipientKey }) => recipientKey)
    await db
      .updateTable('broadcastRecipients')
      .set({
        state: 'stored',
        messageId: sql<string>`(select messages.id from messages where messages.template = 'broadcast'
          and messages.subject_id = ${id} and messages.recipient_key = broadcast_recipients.recipient_key
          and messages.occasion = '')`,
      })
      .where('broadcastId', '=', id)
      .where('recipientKey', 'in', keys)
      .where('state', '=', 'waiting')
      .execute()
    // Whoever was erased, or has another address by now, has no message.
    await db
      .updateTable('broadcastRecipients')
      .set({ state: 'left-out', reason: 'changed' })
      .where('broadcastId', '=', id)
      .where('recipientKey', 'in', keys)
      .where('messageId', 'is', null)
      .execute()
    return rows.length
  })
  return stored.ok ? stored.value : null
}
