import { randomInt } from 'node:crypto'
import type { Kysely, Updateable } from 'kysely'
import type { StoredMessage } from './composer.server.ts'
import { MAXIMUM_ATTEMPTS, retryDelay } from './retry-delay.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { addSeconds, type Instant } from '#app/values/moment.ts'
import type { Database, MessagesTable } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** `released`: the process stops before it knows; as if it had never been tried. */
export type Outcome = { state: 'sent' | 'released' } | { state: 'deferred' | 'refused' | 'withdrawn'; reason: string }

/**
 * Writes down what became of a leased message: sent, waiting for another try, or a last resting place. What another
 * process has taken over meanwhile is left to it, but for one thing: sent is sent.
 */
export async function finishMessage(
  db: Kysely<Database>,
  { message, outcome, now }: { message: StoredMessage; outcome: Outcome; now: Instant },
): Promise<MessagesTable['state']> {
  const change = changeOf(message, outcome, now)
  await transact(db, async (db) => {
    const changed = await db
      .updateTable('messages')
      .set({ ...change, leasedUntil: null })
      .where('id', '=', message.id)
      .where('state', '=', 'sending')
      .$if(outcome.state !== 'sent', (query) => query.where('leasedUntil', '=', message.leasedUntil))
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n || change.state === 'waiting' || change.state === 'sent') return
    await recordAudit(db, now, [
      {
        actor: { kind: 'system' },
        action: `message.${change.state}`,
        objectKind: 'message',
        objectId: message.id,
        eventId: message.eventId,
        after: { state: change.state, template: message.template, attempts: message.attempts },
      },
    ])
  })
  return change.state
}

type Change = Updateable<MessagesTable> & { state: MessagesTable['state'] }

function changeOf(message: StoredMessage, outcome: Outcome, now: Instant): Change {
  switch (outcome.state) {
    case 'sent':
      return { state: 'sent', sentAt: now, lastError: null }
    case 'released':
      return { state: 'waiting', dueAt: now, attempts: message.attempts - 1 }
    case 'withdrawn':
      return { state: 'withdrawn', lastError: outcome.reason }
    case 'refused':
      return { state: 'undeliverable', lastError: withoutAddress(outcome.reason, message) }
    case 'deferred': {
      const lastError = withoutAddress(outcome.reason, message)
      if (message.attempts >= MAXIMUM_ATTEMPTS) return { state: 'undeliverable', lastError }
      const delay = retryDelay(message.attempts, randomInt(1000) / 1000)
      return { state: 'waiting', dueAt: addSeconds(now, delay), lastError }
    }
  }
}

/** Mail servers repeat the address that they refuse; the message has it already, where erasing finds it. */
function withoutAddress(reason: string, { recipientEmail }: StoredMessage): string {
  const hidden = recipientEmail === '' ? reason : reason.replaceAll(recipientEmail, '…')
  return [...hidden].slice(0, 500).join('')
}
