import type { Kysely } from 'kysely'
import type { Attempt } from './lock-attempt.server.ts'
import { enqueueMessages, type TemplateName } from '#app/mail/enqueue.server.ts'
import { ordererOf } from '#app/registrations/orderer.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** Writes to whoever placed the order about one attempt, once. An erased person is not written to. */
export async function tellPayer(
  db: Kysely<Database>,
  attempt: Attempt,
  template: TemplateName,
  { now, props = {} }: { now: Instant; props?: Record<string, string | number> },
): Promise<void> {
  const orderer = await ordererOf(db, attempt.orderId)
  if (!orderer) return
  const { recipient, language, eventId } = orderer
  const message = { template, subjectId: attempt.orderId, recipient, language, occasion: attempt.id, eventId, props }
  await enqueueMessages(db, [message], now)
}
