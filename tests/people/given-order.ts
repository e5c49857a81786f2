import type { Kysely } from 'kysely'
import { NOW } from '#tests/support/app.ts'
import { newCode } from '#app/values/code.ts'
import { newId } from '#app/values/id.ts'
import { hashOf } from '#app/values/secret.ts'
import { emailKey, sortKey } from '#app/values/text.ts'
import type { Database, RegistrationState } from '#db/schema.ts'

interface Seat {
  email: string
  fullName?: string
  state?: RegistrationState
}

/** An order with its seats, as rows: what /me and erasing read, without the rules of registering. */
export async function givenOrder(
  db: Kysely<Database>,
  event: { id: string; tickets: { id: string }[] },
  payer: string,
  seats: Seat[] = [{ email: payer }],
) {
  const orderId = newId(NOW)
  const code = newCode('P')
  await db
    .insertInto('orders')
    .values({
      id: orderId,
      code,
      keyVersion: 1,
      eventId: event.id,
      formKey: orderId,
      personId: await givenPerson(db, payer, `Payer ${payer}`),
      language: 'en',
      currency: null,
      paymentMethod: null,
      placedAt: NOW,
      updatedAt: NOW,
    })
    .execute()
  const registrationIds = []
  for (const seat of seats) registrationIds.push(await givenSeat(db, orderId, event, seat))
  return { orderId, code, registrationIds }
}

async function givenSeat(
  db: Kysely<Database>,
  orderId: string,
  event: { id: string; tickets: { id: string }[] },
  { email, fullName = `Guest ${email}`, state = 'confirmed' }: Seat,
): Promise<string> {
  const id = newId(NOW)
  await db
    .insertInto('registrations')
    .values({
      id,
      eventId: event.id,
      orderId,
      ticketTypeId: event.tickets[0]!.id,
      trackId: null,
      personId: await givenPerson(db, email, fullName),
      code: newCode('T'),
      state,
      activeKey: state === 'held' || state === 'confirmed' ? hashOf(id) : null,
      heldUntil: null,
      confirmedAt: null,
      endedAt: null,
      createdAt: NOW,
      updatedAt: NOW,
    })
    .execute()
  return id
}

async function givenPerson(db: Kysely<Database>, email: string, fullName: string): Promise<string> {
  const id = newId(NOW)
  await db
    .insertInto('people')
    .values({
      id,
      fullName,
      latinName: null,
      badgeName: null,
      certificateName: null,
      email,
      emailKey: emailKey(email),
      country: 'KE',
      affiliation: null,
      language: 'en',
      zone: null,
      sortKey: sortKey(fullName),
      createdAt: NOW,
      erasedAt: null,
    })
    .execute()
  return id
}
