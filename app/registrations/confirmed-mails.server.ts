import type { Kysely } from 'kysely'
import type { NewMessage } from '#app/mail/enqueue.server.ts'
import type { Database } from '#db/schema.ts'

/** `order-confirmed` to who ordered, and `ticket` to everybody else among these registrations of the order. */
export async function confirmedMails(
  db: Kysely<Database>,
  orderId: string,
  registrationIds: string[],
): Promise<NewMessage[]> {
  const order = await db
    .selectFrom('orders')
    .innerJoin('people', 'people.id', 'orders.personId')
    .select(['orders.id', 'orders.eventId', 'orders.language', 'people.email', 'people.emailKey', 'people.fullName'])
    .where('orders.id', '=', orderId)
    .executeTakeFirstOrThrow()
  if (order.email === null) return []
  const people = await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .select(['registrations.id', 'people.email', 'people.emailKey', 'people.fullName'])
    .where('registrations.id', 'in', registrationIds)
    .execute()
  const common = { language: order.language, eventId: order.eventId }
  return [
    {
      ...common,
      template: 'order-confirmed',
      subjectId: order.id,
      recipient: { email: order.email, name: order.fullName },
    },
    ...people.flatMap(({ id, email, emailKey, fullName }): NewMessage[] =>
      email === null || emailKey === order.emailKey
        ? []
        : [{ ...common, template: 'ticket', subjectId: id, recipient: { email, name: fullName } }],
    ),
  ]
}
