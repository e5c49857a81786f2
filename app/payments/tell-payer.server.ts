import type { Kysely } from 'kysely'
import type { Attempt } from './lock-attempt.server.ts'
import { enqueueMessages, type TemplateName } from '#app/mail/enqueue.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** Writes to whoever placed the order about one attempt, once. An erased person is not written to. */
export async function tellPayer(
  db: Kysely<Database>,
  attempt: Attempt,
  template: TemplateName,
  { now, props = {} }: { now: Instant; props?: Record<string, string | number> },
): Promise<void> {
  const payer = await db
    .selectFrom('orders')
    .innerJoin('people', 'people.id', 'orders.personId')
    .select(['people.email', 'people.fullName', 'orders.language'])
    .where('orders.id', '=', attempt.orderId)
    .executeTakeFirstOrThrow()
  if (payer.email === null) return
  await enqueueMessages(
    db,
    [
      {
        template,
        subjectId: attempt.orderId,
        recipient: { email: payer.email, name: payer.fullName },
        language: payer.language,
        occasion: attempt.id,
        eventId: attempt.eventId,
        props,
      },
    ],
    now,
  )
}
