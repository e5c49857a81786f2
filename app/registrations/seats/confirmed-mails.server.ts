import type { Kysely } from 'kysely'
import { ordererOf } from '../orderer.server.ts'
import type { NewMessage } from '#app/mail/enqueue.server.ts'
import type { Database } from '#db/schema.ts'

/** `order-confirmed` to who ordered, and `ticket` to everybody else among these registrations of the order. */
export async function confirmedMails(
  db: Kysely<Database>,
  orderId: string,
  registrationIds: string[],
): Promise<NewMessage[]> {
  const orderer = await ordererOf(db, orderId)
  if (!orderer) return []
  const people = await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .select(['registrations.id', 'people.email', 'people.emailKey', 'people.fullName'])
    .where('registrations.id', 'in', registrationIds)
    .execute()
  const common = { language: orderer.language, eventId: orderer.eventId }
  return [
    { ...common, template: 'order-confirmed', subjectId: orderId, recipient: orderer.recipient },
    ...people.flatMap(({ id, email, emailKey, fullName }): NewMessage[] =>
      email === null || emailKey === orderer.emailKey
        ? []
        : [{ ...common, template: 'ticket', subjectId: id, recipient: { email, name: fullName } }],
    ),
  ]
}
