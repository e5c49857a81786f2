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
