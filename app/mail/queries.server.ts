import type { Kysely } from 'kysely'
import type { Cursor } from '#app/values/cursor.ts'
import type { Instant } from '#app/values/moment.ts'
import { keysetPage, type Page } from '#db/keyset.ts'
import type { Database, MessageState } from '#db/schema.ts'

export const MESSAGES_PER_PAGE = 50

/** How many messages there are in each state. */
export async function mailCounts(db: Kysely<Database>): Promise<Record<MessageState, number>> {
  const rows = await db
    .selectFrom('messages')
    .select((row) => ['state', row.fn.countAll<number | string>().as('count')])
    .groupBy('state')
    .execute()
  const counts = { waiting: 0, sending: 0, sent: 0, undeliverable: 0, withdrawn: 0 }
  for (const { state, count } of rows) counts[state] = Number(count)
  return counts
}

export interface ListedMessage {
  id: string
  template: string
  recipientName: string
  recipientEmail: string
  attempts: number
  dueAt: Instant
  createdAt: Instant
  lastError: string | null
}

/** Messages in one state, oldest first, a page of fifty. */
export async function listMessages(
  db: Kysely<Database>,
  { state, cursor }: { state: MessageState; cursor: Cursor },
): Promise<Page<ListedMessage>> {
  const messages = db
    .selectFrom('messages')
    .select(['id', 'template', 'recipientName', 'recipientEmail', 'attempts', 'dueAt', 'createdAt', 'lastError'])
    .where('state', '=', state)
  return await keysetPage(messages, {
    keys: [
      ['messages.dueAt', 'asc'],
      ['messages.id', 'asc'],
    ],
    cursor,
    size: MESSAGES_PER_PAGE,
    anchor: db.selectFrom('messages'),
  })
}
