import type { Kysely } from 'kysely'
import type { StoredMessage } from './composer.server.ts'
import type { TemplateName } from './enqueue.server.ts'
import { LEASE_SECONDS } from './lease-messages.server.ts'
import { addSeconds } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** Mails that tell what became of an event: of these the newest alone is right. */
const NEWS: TemplateName[] = ['event-moved', 'event-postponed', 'event-reinstated', 'event-cancelled']

/** A transaction that stores a message is over by then. */
const COMMIT_SECONDS = 10

/**
 * Whether an older mail to this person about this event is just being sent, and may have been written before these
 * news were true: they must not overtake it.
 */
export async function isOvertaking(db: Kysely<Database>, message: StoredMessage): Promise<boolean> {
  if (!NEWS.includes(message.template as TemplateName) || message.eventId === null) return false
  const known = addSeconds(message.createdAt, LEASE_SECONDS + COMMIT_SECONDS)
  const own = message.leasedUntil ?? known
  const underWay = await db
    .selectFrom('messages')
    .select('id')
    .where('eventId', '=', message.eventId)
    .where('recipientKey', '=', message.recipientKey)
    .where('state', '=', 'sending')
    .where('id', '<', message.id)
    .where('leasedUntil', '<', known < own ? known : own)
    .executeTakeFirst()
  return underWay !== undefined
}

/**
 * The news of an event that one person was to get, from what they last heard on: `isNewest` when none follows this
 * one, and the first that never reached them, from which the telling has to start.
 */
export async function earlierNews(
  db: Kysely<Database>,
  message: StoredMessage,
): Promise<{ isNewest: boolean; firstUnheard: Pick<StoredMessage, 'id' | 'props'> }> {
  const all = await db
    .selectFrom('messages')
    .select(['id', 'state', 'template', 'props'])
    .where('eventId', '=', message.eventId)
    .where('recipientKey', '=', message.recipientKey)
    .where('template', 'in', NEWS)
    .orderBy('id')
    .execute()
  const told = all.filter(({ template }) => template !== 'event-cancelled')
  const before = told.filter(({ id }) => id <= message.id)
  const heardAt = all.findLast(({ id, state }) => id < message.id && state === 'sent')?.id ?? ''
  return {
    isNewest: told.at(-1)?.id === message.id,
    firstUnheard: before.find(({ id }) => id > heardAt) ?? message,
  }
}
