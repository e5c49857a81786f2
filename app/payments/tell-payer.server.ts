import type { Kysely } from 'kysely'
import { enqueueMessages, type TemplateName } from '#app/mail/enqueue.server.ts'
import { ordererOf } from '#app/registrations/orderer.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** Writes to whoever placed the order about its money, once per occasion. An erased person is not written to. */
export async function tellPayer(
  db: Kysely<Database>,
  {
    orderId,
    occasion,
    template,
    now,
    props = {},
  }: {
    orderId: string
    occasion: string
    template: TemplateName
    now: Instant
    props?: Record<string, string | number>
  },
): Promise<void> {
  const orderer = await ordererOf(db, orderId)
  if (!orderer) return
  const { recipient, language, eventId } = orderer
  await enqueueMessages(db, [{ template, subjectId: orderId, recipient, language, occasion, eventId, props }], now)
}
