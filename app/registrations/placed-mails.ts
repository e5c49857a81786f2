import type { Insertable } from 'kysely'
import type { Draft, Seat } from './examine-order.ts'
import type { NewMessage } from '#app/mail/enqueue.server.ts'
import { cleanLine, emailKey } from '#app/values/text.ts'
import type { OrdersTable, RegistrationsTable } from '#db/schema.ts'

/** One mail to who ordered, and their own ticket to everybody else whose seat is confirmed. */
export function placedMails(
  draft: Draft,
  row: Insertable<OrdersTable>,
  registrations: Insertable<RegistrationsTable>[],
): NewMessage[] {
  const [orderer] = draft.seats
  const common = { language: row.language, eventId: row.eventId }
  const others = draft.seats.flatMap(({ person }, at): NewMessage[] =>
    registrations[at]!.state === 'held' || emailKey(person.email) === emailKey(orderer!.person.email)
      ? []
      : [{ ...common, template: 'ticket', subjectId: registrations[at]!.id, recipient: recipientOf(person) }],
  )
  const template = draft.due ? 'order-awaiting-payment' : 'order-confirmed'
  return [{ ...common, template, subjectId: row.id, recipient: recipientOf(orderer!.person) }, ...others]
}

function recipientOf({ email, fullName }: Seat['person']) {
  return { email: cleanLine(email), name: cleanLine(fullName) }
}
