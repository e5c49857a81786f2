import type { Kysely } from 'kysely'
import type { FoundBroadcast } from './queries.server.ts'
import { previewRecipients, type PreviewRow } from './preview-recipients.server.ts'
import { parseSegment } from './segment.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** Those as whom a message can be looked at: who would get it now, or who got it once it was sent. */
export async function listReaders(
  db: Kysely<Database>,
  broadcast: FoundBroadcast,
  now: Instant,
): Promise<PreviewRow[]> {
  const { id, eventId, segment, startedAt } = broadcast
  if (startedAt === null) {
    const { recipients } = await previewRecipients(db, { eventId, segment: parseSegment(segment), now })
    return recipients
  }
  const rows = await db
    .selectFrom('broadcastRecipients as to')
    .innerJoin('messages', 'messages.id', 'to.messageId')
    .select(['messages.id', 'messages.recipientName', 'messages.recipientEmail', 'messages.language'])
    .select(['to.registrationId', 'to.entryId', 'to.sessionPersonId', 'to.accountId'])
    .where('to.broadcastId', '=', id)
    .where('messages.recipientEmail', '<>', '')
    .orderBy('messages.id')
    .execute()
  return rows.map(({ id, recipientName, recipientEmail, language, ...subject }) => {
    return { id, name: recipientName, email: recipientEmail, language, subject, reason: null }
  })
}
