import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { clearSeat, nameSeat } from '#app/registrations/naming/name-seat.server.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'
import { anOrder, aPerson, codesOf, placed } from './an-order.ts'

let test_: Awaited<ReturnType<typeof testServices>>

beforeEach(async () => {
  test_ = await testServices()
})

afterEach(async () => {
  const violations = (await checkInvariants(test_.db)).filter(({ violations }) => violations > 0)
  await test_.close()
  expect(violations).toEqual([])
})

const actor = { kind: 'visitor' as const }
const name = (registrationId: string, email: string) =>
  nameSeat(test_.db, { registrationId, person: { fullName: email, email }, answers: [], isOwn: false, now: NOW, actor })

async function unnamed(seats: number): Promise<string[]> {
  const event = await givenEvent(test_.db, { tickets: [{ seats: 20 }] })
  const id = event.tickets[0]!.id
  const nobody = () => aPerson(id, { fullName: '', email: '', isUnnamed: true })
  const people = [aPerson(id), ...Array.from({ length: seats }, nobody)]
  const order = await placed(test_.db, anOrder(event, { people }))
  return order.registrations.slice(1).map(({ id }) => id)
}

test('a seat that several name at once has one name', async () => {
  const [seat] = await unnamed(1)
  const results = await Promise.all(['a', 'b', 'c', 'd'].map((one) => name(seat!, `${one}@example.org`)))
  expect(codesOf(results).toSorted()).toEqual(['placed', 'seat-named', 'seat-named', 'seat-named'])
  const tickets = await test_.db.selectFrom('messages').select('id').where('template', '=', 'ticket').execute()
  expect(tickets).toHaveLength(1)
})

test('an address that is put on several seats at once has one of them', async () => {
  const seats = await unnamed(4)
  const results = await Promise.all(seats.map((seat) => name(seat, 'amina@example.org')))
  expect(codesOf(results).toSorted()).toEqual([...Array(3).fill('address-registered'), 'placed'])
})

test('a name that is taken off while it is put on is there or not, and nothing in between', async () => {
  const [seat] = await unnamed(1)
  await name(seat!, 'amina@example.org')
  const results = await Promise.all([
    clearSeat(test_.db, { registrationId: seat!, now: NOW, actor }),
    name(seat!, 'juma@example.org'),
    clearSeat(test_.db, { registrationId: seat!, now: NOW, actor }),
  ])
  expect(codesOf(results)).toContain('placed')
  const { fullName } = await test_.db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .select('fullName')
    .where('registrations.id', '=', seat!)
    .executeTakeFirstOrThrow()
  expect(['', 'juma@example.org']).toContain(fullName)
})
