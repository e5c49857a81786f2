import type { Kysely } from 'kysely'
import { compose } from './compose.server.ts'
import { isOvertaking } from './earlier-news.server.ts'
import type { StoredMessage } from './composer.server.ts'
import { finishMessage, type Outcome } from './finish-message.server.ts'
import { leaseMessages } from './lease-messages.server.ts'
import type { MailSite } from './mail-site.ts'
import type { Mailer } from './mailer.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database, MessageState } from '#db/schema.ts'

/** How long one delivery may take: a server that drips its answers is left alone then. */
const DELIVERY_MILLISECONDS = 90_000
const AT_ONCE = 10

export interface MailPorts {
  mailer: Mailer
  site: MailSite
  /** A message that cannot be written: a fault of ours, told once a try. */
  onFault(error: unknown, messageId: string): void
}

export type Delivered = Record<MessageState, number>

/**
 * Sends what is due, at most `limit` messages, each at least once, outside any transaction. Several processes share the
 * work. When `stop` is signalled, what is under way is broken off and given back.
 */
export async function deliverDue(
  db: Kysely<Database>,
  ports: MailPorts,
  { now, stop, limit = AT_ONCE }: { now: Instant; stop?: AbortSignal; limit?: number },
): Promise<Delivered> {
  const counts: Delivered = { waiting: 0, sending: 0, sent: 0, undeliverable: 0, withdrawn: 0 }
  const messages = await leaseMessages(db, { now, limit })
  await Promise.all(
    messages.map(async (message) => {
      const outcome = await deliver(db, ports, message, { now, stop })
      counts[await finishMessage(db, { message, outcome, now })]++
    }),
  )
  return counts
}

async function deliver(
  db: Kysely<Database>,
  { mailer, site, onFault }: MailPorts,
  message: StoredMessage,
  { now, stop }: { now: Instant; stop: AbortSignal | undefined },
): Promise<Outcome> {
  try {
    if (stop?.aborted) return { state: 'released' }
    if (await isOvertaking(db, message)) return { state: 'deferred', reason: 'An earlier mail is on its way.' }
    const composed = await compose(db, site, message, now)
    if ('withdrawn' in composed) return { state: 'withdrawn', reason: composed.withdrawn }
    const limit = AbortSignal.timeout(DELIVERY_MILLISECONDS)
    const delivery = await mailer.deliver(composed.mail, stop ? AbortSignal.any([stop, limit]) : limit)
    return delivery.state === 'deferred' && stop?.aborted ? { state: 'released' } : delivery
  } catch (error) {
    onFault(error, message.id)
    return { state: 'deferred', reason: 'This message could not be written.' }
  }
}
