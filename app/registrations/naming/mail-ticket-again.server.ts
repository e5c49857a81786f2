import type { Kysely } from 'kysely'
import { enqueueMessages } from '#app/mail/enqueue.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

/** Mails a person their own ticket once more, once an hour at most. False when there is nobody to mail it to. */
export async function mailTicketAgain(
  db: Kysely<Database>,
  { registrationId, now }: { registrationId: string; now: Instant },
): Promise<boolean> {
  const seat = await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .innerJoin('orders', 'orders.id', 'registrations.orderId')
    .select(['registrations.eventId', 'people.email', 'people.fullName', 'orders.language'])
    .where('registrations.id', '=', registrationId)
    .where('registrations.state', '=', 'confirmed')
    .executeTakeFirst()
  if (!seat?.email) return false
  const message = {
    template: 'ticket' as const,
    subjectId: registrationId,
    occasion: `asked ${now.slice(0, 13)}`,
    recipient: { email: seat.email, name: seat.fullName },
    language: seat.language,
    eventId: seat.eventId,
  }
  return (await transact(db, (db) => enqueueMessages(db, [message], now))).ok
}
