import { type Kysely, sql } from 'kysely'
import { HELD_BACK } from './held-back.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database, MessageState } from '#db/schema.ts'

export type MessageCounts = Record<MessageState, number>

export interface MailStanding {
  counts: MessageCounts
  /** Each kind of mail that the event has sent or is to send. */
  templates: { template: string; counts: MessageCounts; lastSentAt: Instant | null }[]
  /** Since when the mail has waited that has waited longest; null when nothing waits, or only what is held back. */
  oldestWaitingAt: Instant | null
}

/** How the mail of one event stands, in one query. */
export async function mailStandingOf(db: Kysely<Database>, eventId: string): Promise<MailStanding> {
  const rows = await db
    .selectFrom('messages')
    .select((row) => [
      'template',
      'state',
      row.fn.countAll<number | string>().as('count'),
      row.fn.max('sentAt').as('lastSentAt'),
      sql<Instant | null>`min(case when due_at < ${HELD_BACK} then created_at end)`.as('oldest'),
    ])
    .where('eventId', '=', eventId)
    .groupBy(['template', 'state'])
    .execute()
  const counts = noMessages()
  const templates = new Map<string, MailStanding['templates'][number]>()
  for (const { template, state, count, lastSentAt } of rows) {
    const known = templates.get(template) ?? { template, counts: noMessages(), lastSentAt: null }
    known.counts[state] = Number(count)
    counts[state] += Number(count)
    if (state === 'sent') known.lastSentAt = lastSentAt
    templates.set(template, known)
  }
  const waiting = rows.filter(({ state, oldest }) => state === 'waiting' && oldest !== null)
  const oldestWaitingAt = waiting.map(({ oldest }) => oldest!).toSorted()[0] ?? null
  return { counts, templates: [...templates.values()], oldestWaitingAt }
}

export function noMessages(): MessageCounts {
  return { waiting: 0, sending: 0, sent: 0, undeliverable: 0, withdrawn: 0 }
}
