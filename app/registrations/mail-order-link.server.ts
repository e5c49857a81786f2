import type { Kysely } from 'kysely'
import { ordererOf } from './orderer.server.ts'
import type { Standing } from './order-standing.ts'
import { enqueueMessages, type TemplateName } from '#app/mail/enqueue.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

/** What is mailed again, link and all, to somebody who asks where things stand. */
const TEMPLATES: Partial<Record<Standing, TemplateName>> = {
  held: 'order-awaiting-payment',
  checking: 'order-awaiting-payment',
  awaiting: 'order-awaiting-payment',
  'part-paid': 'order-awaiting-payment',
  owing: 'order-awaiting-payment',
  confirmed: 'order-confirmed',
  overpaid: 'order-confirmed',
  part: 'order-confirmed',
  lapsed: 'order-lapsed',
}

/** Mails the order's link to the address that is on it, once an hour at most. False when there is nothing to mail. */
export async function mailOrderLink(
  db: Kysely<Database>,
  { orderId, standing, now }: { orderId: string; standing: Standing; now: Instant },
): Promise<boolean> {
  const template = TEMPLATES[standing]
  const orderer = template && (await ordererOf(db, orderId))
  if (!orderer) return false
  const message = {
    template,
    subjectId: orderId,
    occasion: `asked ${now.slice(0, 13)}`,
    recipient: orderer.recipient,
    language: orderer.language,
    eventId: orderer.eventId,
  }
  return (await transact(db, (db) => enqueueMessages(db, [message], now))).ok
}
