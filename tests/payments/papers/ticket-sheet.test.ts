import { afterEach, beforeEach, expect, test } from 'vitest'
import { readTicketSheet } from '#app/payments/papers/read-ticket-sheet.server.ts'
import { anOrder, placed } from '#tests/registrations/an-order.ts'
import { testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'

let given: Awaited<ReturnType<typeof testServices>>

beforeEach(async () => {
  given = await testServices()
})

afterEach(() => given.close())

test('a ticket that was changed is printed as what it is now, not as what was ordered', async () => {
  const event = await givenEvent(given.db, { tickets: [{ name: 'Full pass' }, { name: 'Online' }] })
  const { orderId } = await placed(given.db, anOrder(event))
  const printed = async () =>
    (await readTicketSheet(given.db, { orderId, language: 'en' }))!.tickets.map(({ ticket }) => ticket)
  expect(await printed()).toEqual(['Full pass'])
  await given.db.updateTable('registrations').set({ ticketTypeId: event.tickets[1]!.id }).execute()
  expect(await printed()).toEqual(['Online'])
})

test('a ticket of some days says of which, in the language of its order; one of all days says nothing', async () => {
  const event = await givenEvent(given.db, { tickets: [{ name: 'Two days' }] })
  const { orderId } = await placed(given.db, anOrder(event))
  const days = async (language: string) => (await readTicketSheet(given.db, { orderId, language }))!.tickets[0]!.days
  expect(await days('en')).toBe('')
  for (const heldOn of ['2027-06-18', '2027-06-15'])
    await given.db.insertInto('ticketTypeDays').values({ ticketTypeId: event.tickets[0]!.id, heldOn }).execute()
  expect(await days('en')).toBe('Valid on 15 June and 18 June 2027')
  expect(await days('fr')).toBe('Valable : 15 juin et 18 juin 2027')
  expect(await days('ar')).toBe('صالحة في: 15 يونيو و18 يونيو 2027')
})
