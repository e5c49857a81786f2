import { afterEach, beforeEach, expect, test } from 'vitest'
import { seatKey } from '#app/registrations/order-key.ts'
import { givenParticipants } from '#tests/participants/given-participants.ts'
import { testApp } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'

let app: Awaited<ReturnType<typeof testApp>>

beforeEach(async () => {
  app = await testApp()
})

afterEach(() => app.close())

test('the page of a seat says on which days its ticket lets in, and nothing where it does on all', async () => {
  const event = await givenEvent(app.db, { tickets: [{ seats: 5 }] })
  const [id] = await givenParticipants(app.db, event, [{ fullName: 'Contohwati' }])
  const seat = await app.db
    .selectFrom('registrations')
    .innerJoin('orders', 'orders.id', 'registrations.orderId')
    .select(['registrations.id', 'registrations.code', 'registrations.personId', 'orders.keyVersion'])
    .where('registrations.id', '=', id!)
    .executeTakeFirstOrThrow()
  const key = seatKey(app.services.config.secret, seat)
  const page = async (language: string) =>
    await (await app.get(`/${language}/registrations/${seat.code}?key=${key}`)).text()
  expect(await page('en')).not.toContain('Valid on')
  for (const heldOn of ['2027-06-15', '2027-06-16'])
    await app.db.insertInto('ticketTypeDays').values({ ticketTypeId: event.tickets[0]!.id, heldOn }).execute()
  expect(await page('en')).toMatch(/Valid on.{1,80}15 June and 16 June 2027/)
  expect(await page('fr')).toMatch(/Valable le.{1,80}15 juin et 16 juin 2027/)
  expect(await page('ar')).toContain('15 يونيو و16 يونيو 2027')
})
