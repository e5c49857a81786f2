import type { Insertable } from 'kysely'
import type { Draft } from './examine-order.ts'
import type { NewMessage } from '#app/mail/enqueue.server.ts'
import { cleanLine, emailKey } from '#app/values/text.ts'
import type { OrdersTable, RegistrationsTable } from '#db/schema.ts'

/**
 * One mail to who ordered, and their own ticket to everybody else whose seat is confirmed: one each, however many
 * add-ons they have; none to a seat without a name.
 */
export function placedMails(
  { order, seats, due }: Draft,
  row: Insertable<OrdersTable>,
  registrations: Insertable<RegistrationsTable>[],
): NewMessage[] {
  const orderer = order.orderer ?? seats[0]!.person
  const common = { language: row.language, eventId: row.eventId }
  const others = seats.flatMap(({ person, mainAt }, at): NewMessage[] => {
    const key = person.isUnnamed ? '' : emailKey(person.email)
    const isTold = key === '' || key === emailKey(orderer.email) || registrations[at]!.state === 'held'
    const isWithMain = mainAt !== null && key === emailKey(seats[mainAt]!.person.email)
    if (isTold || isWithMain) return []
    return [{ ...common, template: 'ticket', subjectId: registrations[at]!.id, recipient: recipientOf(person) }]
  })
  const template = due ? 'order-awaiting-payment' : 'order-confirmed'
  return [{ ...common, template, subjectId: row.id, recipient: recipientOf(orderer) }, ...others]
}

function recipientOf({ email, fullName }: { email: string; fullName: string }) {
  return { email: cleanLine(email), name: cleanLine(fullName) }
}
