import type { Kysely } from 'kysely'
import type { Instant } from '#app/values/moment.ts'
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
  { state, page }: { state: MessageState; page: number },
): Promise<ListedMessage[]> {
  return await db
    .selectFrom('messages')
    .select(['id', 'template', 'recipientName', 'recipientEmail', 'attempts', 'dueAt', 'createdAt', 'lastError'])
    .where('state', '=', state)
    .orderBy('dueAt')
    .orderBy('id')
    .limit(MESSAGES_PER_PAGE)
    .offset((page - 1) * MESSAGES_PER_PAGE)
    .execute()
}
