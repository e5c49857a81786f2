import type { Kysely } from 'kysely'
import { ordererOf } from '../orderer.server.ts'
import type { NewMessage, TemplateName } from '#app/mail/enqueue.server.ts'
import type { Database } from '#db/schema.ts'

/**
 * A mail about one seat, to whoever sits on it and to whoever ordered it, once per address. Nobody who was erased is
 * written to. `occasion` tells two changes of one seat apart.
 */
export async function changedMails(
  db: Kysely<Database>,
  {
    registrationId,
    occasion,
    template = 'seat-changed',
    props = {},
  }: {
    registrationId: string
    occasion: string
    template?: Extract<TemplateName, 'seat-changed' | 'seat-cancelled' | 'seat-not-passed-on'>
    props?: Record<string, string | number>
  },
): Promise<NewMessage[]> {
  const seat = await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .select(['registrations.orderId', 'people.email', 'people.emailKey', 'people.fullName'])
    .where('registrations.id', '=', registrationId)
    .executeTakeFirstOrThrow()
  const orderer = await ordererOf(db, seat.orderId)
  const { language, eventId } = await db
    .selectFrom('orders')
    .select(['language', 'eventId'])
    .where('id', '=', seat.orderId)
    .executeTakeFirstOrThrow()
  const common = { template, subjectId: registrationId, occasion, language, eventId, props }
  const mails: NewMessage[] = orderer ? [{ ...common, recipient: orderer.recipient }] : []
  if (seat.email !== null && seat.emailKey !== orderer?.emailKey)
    mails.push({ ...common, recipient: { email: seat.email, name: seat.fullName } })
  return mails
}
