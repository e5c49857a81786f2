import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { calendarOf, changeDetails, property, sendAll } from './calendar-mails.ts'
import { enqueueMessages } from '#app/mail/enqueue.server.ts'
import { callOffEvent } from '#app/participants/call-off-event.server.ts'
import { changedMails } from '#app/registrations/changes/changed-mails.server.ts'
import { cancelRegistrations } from '#app/registrations/seats/cancel-registrations.server.ts'
import { addMinutes } from '#app/values/moment.ts'
import { anOrder, aPerson, paid, placed } from '#tests/registrations/an-order.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'
import { expectAgreement } from '#tests/support/judges/expect-agreement.ts'

let test_: Awaited<ReturnType<typeof testServices>>
beforeEach(async () => {
  test_ = await testServices({ MAIL_FROM: 'plenary@events.example', CALENDAR_MAILBOX: 'calendar@events.example' })
})
afterEach(() => test_.close())

const actor = { kind: 'account', id: 'an-account' } as const
const later = (minutes: number) => addMinutes(NOW, minutes)

/** Wulandari orders for herself and for Amina; with invitations unless told otherwise. */
async function givenSeats({
  calendarMail = 'invitation',
  price = 0,
}: { calendarMail?: 'file' | 'invitation'; price?: number } = {}) {
  const event = await givenEvent(test_.db, {
    calendarMail,
    startsOn: '2027-06-14',
    endsOn: '2027-06-14',
    startsTime: '09:00',
    endsTime: '17:00',
    startsAt: '2027-06-14T07:00:00.000Z',
    endsAt: '2027-06-14T15:00:00.000Z',
    tickets: [{ seats: 20, ...(price ? { price } : {}) }],
  })
  const people = ['Wulandari', 'Amina Diallo'].map((fullName) =>
    aPerson(event.tickets[0]!.id, { fullName, email: `${fullName.split(' ')[0]!.toLowerCase()}@example.org` }),
  )
  const order = await placed(test_.db, anOrder(event, { people }))
  return { event, order }
}

const to = (name: string) => (mail: { to: { address: string } }) => mail.to.address === `${name}@example.org`

test('A.7 #58: REQUEST, update and CANCEL, each with a higher SEQUENCE, one ATTENDEE and the METHOD of its part', async () => {
  const { event } = await givenSeats()
  const confirmed = await sendAll(test_.services)
  await changeDetails(test_.db, event.id, { change: { city: 'Musanze' } })
  const moved = await sendAll(test_.services, later(2))
  await callOffEvent(test_.db, { eventId: event.id, now: later(3), actor })
  const cancelled = await sendAll(test_.services, later(4))

  for (const name of ['wulandari', 'amina']) {
    const mails = [confirmed, moved, cancelled].map((sent) => sent.find(to(name))!)
    expect(mails.map(({ invitation }) => invitation?.method)).toEqual(['REQUEST', 'REQUEST', 'CANCEL'])
    const readings = []
    for (const mail of mails) readings.push(await expectAgreement(mail.invitation!.content))
    const events = readings.map(({ events }) => events)
    expect(readings.map(({ method }) => method)).toEqual(['REQUEST', 'REQUEST', 'CANCEL'])
    expect(readings.flatMap(({ complaints }) => complaints)).toEqual([])
    expect(events.map(({ length }) => length)).toEqual([1, 1, 1])
    const sequences = events.map(([one]) => one!.sequence)
    expect(sequences).toEqual([...new Set(sequences)].toSorted((one, other) => one - other))
    expect(new Set(events.map(([one]) => one!.uid)).size).toBe(1)
    expect(events.map(([one]) => one!.status)).toEqual(['CONFIRMED', 'CONFIRMED', 'CANCELLED'])
    expect(events[1]![0]!.location).toContain('Musanze')
    for (const [one] of events) {
      expect(one!.attendees.map(([, address]) => address.toLowerCase())).toEqual([`mailto:${name}@example.org`])
      expect(one!.organizer![1].toLowerCase()).toBe('mailto:calendar@events.example')
    }
    for (const mail of mails) {
      expect(mail.attachments).toEqual([])
      expect(mail.invitation!.content).toMatch(/PARTSTAT=ACCEPTED/)
      expect(mail.invitation!.content).toMatch(/RSVP=FALSE/)
    }
  }
})

describe('who is invited', () => {
  test('nobody where organizers want files: the same event without METHOD', async () => {
    await givenSeats({ calendarMail: 'file' })
    for (const mail of await sendAll(test_.services)) {
      expect(mail.invitation).toBeUndefined()
      expect(calendarOf(mail)).not.toMatch(/METHOD|ATTENDEE|ORGANIZER/)
      expect(mail.attachments).toMatchObject([{ filename: 'event.ics', contentType: 'text/calendar; charset=utf-8' }])
      await expectAgreement(calendarOf(mail))
    }
  })

  test('not who only orders for somebody else: they get a file', async () => {
    const { event, order } = await givenSeats()
    await sendAll(test_.services)
    const orderer = { fullName: 'Pay Master', email: 'pay@example.org' }
    await placed(
      test_.db,
      anOrder(event, { orderer, people: [aPerson(event.tickets[0]!.id, { email: 'new@example.org' })] }),
    )
    const mails = await sendAll(test_.services, later(1))
    const [payer, guest] = [mails.find(to('pay'))!, mails.find(to('new'))!]
    expect(payer.invitation).toBeUndefined()
    expect(calendarOf(payer)).toContain('STATUS:CONFIRMED')
    expect(calendarOf(payer)).not.toMatch(/METHOD|ATTENDEE/)
    expect(guest.invitation?.method).toBe('REQUEST')
    expect(guest.invitation!.content).not.toContain('pay@example.org')
    expect(order.registrations).toHaveLength(2)
  })

  test('not who only holds a seat: a TENTATIVE file first, the invitation with the money', async () => {
    const { order } = await givenSeats({ price: 5000 })
    const [held] = await sendAll(test_.services)
    expect(held!.invitation).toBeUndefined()
    expect(property(calendarOf(held!), 'STATUS')).toBe('TENTATIVE')
    expect(held!.text).toMatch(/not certain\s+yet/)
    await paid(test_.db, order.orderId, later(1))
    const confirmed = await sendAll(test_.services, later(2))
    expect(confirmed.map(({ invitation }) => invitation?.method)).toEqual(['REQUEST', 'REQUEST'])
    const sequence = (calendar: string) => Number(property(calendar, 'SEQUENCE'))
    const mine = confirmed.find(to('wulandari'))!
    expect(sequence(calendarOf(mine))).toBeGreaterThan(sequence(calendarOf(held!)))
  })
})

test('a seat that is cancelled is called off for its person, and goes on for the others', async () => {
  const { order } = await givenSeats()
  await sendAll(test_.services)
  const registrationId = order.registrations[1]!.id
  await cancelRegistrations(test_.db, { registrationIds: [registrationId], now: later(1), actor, reason: 'own-wish' })
  const mails = await changedMails(test_.db, { registrationId, occasion: '1', template: 'seat-cancelled' })
  await enqueueMessages(test_.db, mails, later(1))
  const sent = await sendAll(test_.services, later(2))
  const [amina, wulandari] = [sent.find(to('amina'))!, sent.find(to('wulandari'))!]
  expect(amina.invitation?.method).toBe('CANCEL')
  expect(property(calendarOf(amina), 'STATUS')).toBe('CANCELLED')
  await expectAgreement(calendarOf(amina))
  expect(amina.text).toContain('Your calendar marks this date as called off')
  expect(wulandari.invitation?.method).toBe('REQUEST')
})
