import type { Kysely } from 'kysely'
import { methodsOf } from '#app/registrations/offered.ts'
import { isPaymentMethod, type MethodTerms, termsOf } from '#app/registrations/payment-terms.ts'
import type { Database, PaymentMethod } from '#db/schema.ts'

/** How an event handles a method; null when it does not offer it. */
export async function readTerms(
  db: Kysely<Database>,
  eventId: string,
  method: PaymentMethod,
): Promise<MethodTerms | null> {
  const all = await readAllTerms(db, eventId)
  return all.get(method) ?? null
}

/** Of every method that an event offers, in its order. */
export async function readAllTerms(db: Kysely<Database>, eventId: string): Promise<Map<PaymentMethod, MethodTerms>> {
  const event = await db.selectFrom('events').selectAll().where('id', '=', eventId).executeTakeFirst()
  if (!event) return new Map()
  const rows = await db.selectFrom('paymentTerms').selectAll().where('eventId', '=', eventId).execute()
  return new Map(
    methodsOf(event)
      .filter(isPaymentMethod)
      .map((method) => [method, termsOf(event, rows, method)]),
  )
}
