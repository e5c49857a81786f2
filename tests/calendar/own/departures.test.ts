import { afterAll, beforeAll, expect, test } from 'vitest'
import { ownEventCalendar } from '#app/calendar/own/own-event-calendar.server.ts'
import { clearSeat, nameSeat } from '#app/registrations/naming/name-seat.server.ts'
import { erasePerson } from '#app/people/erase-person.server.ts'
import { addMinutes } from '#app/values/moment.ts'
import { anOrder, aPerson, placed } from '#tests/registrations/an-order.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'

let given: Awaited<ReturnType<typeof testServices>>

beforeAll(async () => {
  given = await testServices()
})
afterAll(() => given.close())

const actor = { kind: 'visitor' } as const
const ANA = 'ana@example.org'

function copyOf(eventId: string, emailKey: string | null, only?: { orderId: string } | { registrationId: string }) {
  const site = { ...given.services.config, language: 'en' as const }
  return ownEventCalendar(given.db, site, { eventId, emailKey, ...(only && { only }) })
}

test('who is taken off a seat has the event cancelled, without a name anywhere, and back when named again', async () => {
  const { db } = given
  const event = await givenEvent(db)
  const people = [
    aPerson(event.tickets[0]!.id),
    { ...aPerson(event.tickets[0]!.id), fullName: '', email: '', isUnnamed: true },
  ]
  const { registrations } = await placed(db, anOrder(event, { people }))
  const registrationId = registrations[1]!.id
  const person = { fullName: 'Ana', email: ANA }
  const at = (minutes: number) => ({ now: addMinutes(NOW, minutes), actor })
  expect(await copyOf(event.id, ANA)).toBeNull()
  await nameSeat(db, { registrationId, person, answers: [], isOwn: false, ...at(1) })
  const named = (await copyOf(event.id, ANA))!.entry
  await clearSeat(db, { registrationId, ...at(2) })
  const cleared = (await copyOf(event.id, ANA))!.entry
  expect([named.status, cleared.status]).toEqual(['CONFIRMED', 'CANCELLED'])
  expect(cleared.uid).toBe(named.uid)
  expect(cleared.sequence).toBeGreaterThan(named.sequence)
  expect(cleared.updatedAt).toBe(addMinutes(NOW, 2))
  const rows = await db.selectFrom('calendarDepartures').selectAll().execute()
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toMatch(/ana/i)
  await nameSeat(db, { registrationId, person, answers: [], isOwn: false, ...at(3) })
  const again = (await copyOf(event.id, ANA))!.entry
  expect(again.status).toBe('CONFIRMED')
  expect(again.sequence).toBeGreaterThan(cleared.sequence)
  await erasePerson(db, { email: ANA, actor, now: addMinutes(NOW, 4) })
  expect(await db.selectFrom('calendarDepartures').selectAll().execute()).toEqual([])
})

test('what participants know is told for a confirmed seat of one’s own file alone', async () => {
  const { db } = given
  const event = await givenEvent(db, {
    format: 'hybrid',
    onlineUrl: 'https://meet.example.org/room',
    tickets: [{ name: 'Free' }, { name: 'Paid', price: 100 }],
  })
  const seat = (at: number) => aPerson(event.tickets[at]!.id, { email: ANA, fullName: 'Ana Real' })
  const mine = await placed(db, anOrder(event, { people: [seat(0)] }))
  // Anybody can type somebody else's address.
  const typed = await placed(db, anOrder(event, { people: [{ ...seat(1), fullName: 'Somebody Else' }] }))
  const own = await copyOf(event.id, ANA, { orderId: mine.orderId })
  const other = await copyOf(event.id, ANA, { orderId: typed.orderId })
  expect(own!.body.replaceAll('\r\n ', '')).toContain('https://meet.example.org/room')
  expect(other!.body.replaceAll('\r\n ', '')).not.toContain('meet.example.org')
  expect(other!.body).not.toContain('Ana Real')
  expect(other!.body).toContain('Somebody Else')
  const bySeat = await copyOf(event.id, ANA, { registrationId: mine.registrations[0]!.id })
  for (const one of [other!, bySeat!])
    expect([one.entry.sequence, one.entry.updatedAt, one.entry.status, one.entry.when]).toEqual([
      own!.entry.sequence,
      own!.entry.updatedAt,
      own!.entry.status,
      own!.entry.when,
    ])
})

test('the first file of one free seat begins at 0; a seat that waits for money goes on from there', async () => {
  const { db } = given
  const event = await givenEvent(db)
  await placed(db, anOrder(event, { people: [aPerson(event.tickets[0]!.id, { email: ANA })] }))
  expect((await copyOf(event.id, ANA))!.entry).toMatchObject({ sequence: 0, status: 'CONFIRMED', isBusy: true })
})

test('of somebody who was erased only what is named is theirs', async () => {
  const { db } = given
  const event = await givenEvent(db)
  const { orderId } = await placed(db, anOrder(event, { people: [aPerson(event.tickets[0]!.id, { email: ANA })] }))
  await erasePerson(db, { email: ANA, actor, now: NOW })
  expect(await copyOf(event.id, null)).toBeNull()
  expect((await copyOf(event.id, null, { orderId }))!.entry.status).toBe('CONFIRMED')
})
