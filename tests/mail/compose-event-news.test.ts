import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aMailer, portsOf } from './a-mailer.ts'
import { calendarOf, changeDetails, sendAll } from './calendar-mails.ts'
import { deliverDue } from '#app/mail/deliver-due.server.ts'
import { eventBefore } from '#app/mail/event-before.ts'
import { leaseMessages } from '#app/mail/lease-messages.server.ts'
import { callOffEvent } from '#app/participants/call-off-event.server.ts'
import { tellParticipants } from '#app/registrations/telling/tell-participants.server.ts'
import { addMinutes } from '#app/values/moment.ts'
import { anOrder, aPerson, placed } from '#tests/registrations/an-order.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'

let test_: Awaited<ReturnType<typeof testServices>>
beforeEach(async () => {
  test_ = await testServices()
})
afterEach(() => test_.close())

const actor = { kind: 'account', id: 'an-account' } as const
const later = (minutes: number) => addMinutes(NOW, minutes)
const send = (minutes: number) => sendAll(test_.services, later(minutes))

/** Wulandari sits on a seat that she ordered, Amina on another of the same order; their confirmations are sent. */
async function givenSeats() {
  const event = await givenEvent(test_.db, {
    startsOn: '2027-06-14',
    endsOn: '2027-06-14',
    startsTime: '09:00',
    startsAt: '2027-06-14T07:00:00.000Z',
  })
  const people = ['Wulandari', 'Amina'].map((fullName) =>
    aPerson(event.tickets[0]!.id, { fullName, email: `${fullName.toLowerCase()}@example.org` }),
  )
  const order = await placed(test_.db, anOrder(event, { people }))
  await send(0)
  return { event, order }
}

const states = async () =>
  (
    await test_.db
      .selectFrom('messages')
      .select(['state', 'lastError'])
      .where('template', 'like', 'event-%')
      .where('recipientKey', '=', 'wulandari@example.org')
      .orderBy('id')
      .execute()
  ).map(({ state, lastError }) => [state, lastError])

const forWulandari = <Mail extends { to: { address: string } }>(mails: Mail[]) =>
  mails.filter(({ to }) => to.address === 'wulandari@example.org')

async function set(
  eventId: string,
  change: Record<string, string | number | null>,
  template: 'event-postponed' | 'event-reinstated',
  minutes: number,
) {
  const row = await test_.db.selectFrom('events').selectAll().where('id', '=', eventId).executeTakeFirstOrThrow()
  await test_.db.updateTable('events').set(change).where('id', '=', eventId).execute()
  await tellParticipants(test_.db, {
    eventId,
    template,
    occasion: String(minutes),
    before: eventBefore(row),
    now: later(minutes),
    actor,
  })
}

describe('a moved event', () => {
  test('shows the old and the new time on the clock of the place and in UTC, and each reader their own page', async () => {
    const { event, order } = await givenSeats()
    await changeDetails(test_.db, event.id, {
      change: { startsOn: '2027-06-15', endsOn: '2027-06-15', startsTime: '10:30' },
    })
    const mails = await send(2)
    expect(mails).toHaveLength(2)
    for (const { text, html, subject, attachments } of mails) {
      expect(subject).toBe('New time: Routing workshop')
      expect(text).toMatch(
        /New time +Tuesday, 15 June 2027\n +Starts at 10:30 in Kigali \(UTC\+2\)\n +That is 15 June, 08:30/,
      )
      expect(text).toMatch(/Old time +Monday, 14 June 2027\n +Starts at 09:00 in Kigali \(UTC\+2\)\n/)
      expect(html).toContain('Tuesday, 15 June 2027')
      expect(attachments).toHaveLength(1)
    }
    const [amina, wulandari] = mails.toSorted((one, other) => (one.to.address < other.to.address ? -1 : 1))
    expect(wulandari!.text).toContain(`/orders/${order.code}?key=`)
    expect(amina!.text).toContain(`/registrations/${order.registrations[1]!.code}?key=`)
    expect(JSON.stringify(amina)).not.toContain(order.code)
  })

  test('names the rule by which money comes back, as long as it does', async () => {
    const { event } = await givenSeats()
    const rule = { eventId: event.id, reason: 'any' as const, appliedByOn: null, feeMinor: 1000, feeCurrency: 'USD' }
    await test_.db
      .insertInto('refundRules')
      .values([
        { ...rule, id: 'early', position: 1, percent: 8000, untilAt: '2027-05-01T00:00:00.000Z' },
        { ...rule, id: 'late', position: 2, percent: 5000, untilAt: '2027-06-01T00:00:00.000Z' },
      ])
      .execute()
    await changeDetails(test_.db, event.id, { change: { city: 'Musanze' } })
    const { text } = forWulandari(await send(2))[0]!
    expect(text.replace(/\s+/g, ' ')).toContain(
      'Whoever cancels a seat until 1 May 2027, 02:00 (UTC+2) gets 80% less US$10 of its price back.',
    )
    expect(text).toMatch(/New place +Example University\n +Musanze/)
    expect(text).toMatch(/Old place +Example University\n +Kigali/)
  })
})

describe('news that overtake each other', () => {
  test('moved twice before anything was sent: one mail, from what was known to what is true', async () => {
    const { event } = await givenSeats()
    await changeDetails(test_.db, event.id, { change: { startsTime: '10:00' }, minutes: 1 })
    await changeDetails(test_.db, event.id, { change: { startsTime: '11:00' }, minutes: 2 })
    const mails = forWulandari(await send(3))
    expect(mails).toHaveLength(1)
    expect(mails[0]!.text).toMatch(/New time[^]*11:00[^]*Old time[^]*09:00/)
    expect(mails[0]!.text).not.toContain('10:00 in Kigali')
    expect(await states()).toEqual([
      ['withdrawn', 'outdated'],
      ['sent', null],
    ])
  })

  test('moved and moved back: nothing is told', async () => {
    const { event } = await givenSeats()
    await changeDetails(test_.db, event.id, { change: { startsTime: '10:00' }, minutes: 1 })
    await changeDetails(test_.db, event.id, { change: { startsTime: '09:00' }, minutes: 2 })
    expect(await send(3)).toEqual([])
  })

  test('moved, and again without telling: the mail that waits tells the newest', async () => {
    const { event } = await givenSeats()
    await changeDetails(test_.db, event.id, { change: { startsTime: '10:00' }, minutes: 1 })
    await changeDetails(test_.db, event.id, { change: { startsTime: '11:00' }, isTold: false, minutes: 2 })
    expect(forWulandari(await send(3))[0]!.text).toMatch(/New time[^]*11:00[^]*Old time[^]*09:00/)
  })

  test('moved and cancelled: only the cancelling is told', async () => {
    const { event } = await givenSeats()
    await changeDetails(test_.db, event.id, { change: { startsTime: '10:00' } })
    await callOffEvent(test_.db, { eventId: event.id, now: later(2), actor })
    const mails = forWulandari(await send(3))
    expect(mails.map(({ subject }) => subject)).toEqual(['Cancelled: Routing workshop'])
  })

  test('postponed after a move that nobody heard of, then dated: one letter, by what is true when it goes', async () => {
    const { event } = await givenSeats()
    await changeDetails(test_.db, event.id, { change: { startsTime: '10:00' } })
    await set(event.id, { postponedAt: later(2) }, 'event-postponed', 2)
    await set(event.id, { postponedAt: null }, 'event-reinstated', 3)
    const mails = forWulandari(await send(4))
    expect(mails.map(({ subject }) => subject)).toEqual(['New time: Routing workshop'])
    expect(mails[0]!.text).toMatch(/Old time[^]*09:00/)
  })

  test('a newer mail waits until an older one to the same person has left', async () => {
    const { event } = await givenSeats()
    await changeDetails(test_.db, event.id, { change: { startsTime: '10:00' }, minutes: 1 })
    await leaseMessages(test_.db, { now: later(1), limit: 10 })
    await changeDetails(test_.db, event.id, { change: { startsTime: '11:00' }, minutes: 2 })
    const { mailer, delivered } = aMailer()
    const ports = portsOf(test_.services, mailer)
    expect(await deliverDue(test_.db, ports, { now: later(2), limit: 10 })).toMatchObject({ waiting: 2, sent: 0 })
    expect(delivered).toEqual([])
    await deliverDue(test_.db, ports, { now: later(20), limit: 10 })
    await deliverDue(test_.db, ports, { now: later(40), limit: 10 })
    expect(forWulandari(delivered).map(({ text }) => text.includes('11:00'))).toEqual([true])
  })

  test('who gave up their seat meanwhile is not told', async () => {
    const { event } = await givenSeats()
    await changeDetails(test_.db, event.id, { change: { startsTime: '10:00' } })
    await test_.db.updateTable('registrations').set({ state: 'cancelled', activeKey: null }).execute()
    expect(await send(2)).toEqual([])
  })
})

describe('a postponed event', () => {
  test('has no date any more, in the letter and in the calendar; then a new one', async () => {
    const { event } = await givenSeats()
    await set(event.id, { postponedAt: later(1) }, 'event-postponed', 1)
    const [postponed] = forWulandari(await send(2))
    expect(postponed!.subject).toBe('Postponed: Routing workshop')
    expect(postponed!.text).toMatch(/When +Postponed\. The new date is not known yet\./)
    expect(postponed!.text).toMatch(/Was planned for +Monday, 14 June 2027/)
    expect(postponed!.text).toContain('Your seat stays yours.')
    expect(calendarOf(postponed!)).toContain('STATUS:CANCELLED')
    const dated = {
      postponedAt: null,
      startsOn: '2027-09-06',
      endsOn: '2027-09-06',
      startsAt: '2027-09-06T07:00:00.000Z',
    }
    await set(event.id, dated, 'event-reinstated', 3)
    const [mail] = forWulandari(await send(4))
    expect(mail!.subject).toBe('New date: Routing workshop')
    expect(mail!.text).toMatch(/New time +Monday, 6 September 2027/)
  })
})

test('held after all: who lost their seat with the cancelling is asked to register again, and gets no calendar', async () => {
  const { event } = await givenSeats()
  await callOffEvent(test_.db, { eventId: event.id, now: later(1), actor })
  await send(2)
  await set(event.id, { status: 'published', cancelledAt: null }, 'event-reinstated', 3)
  const [mail] = forWulandari(await send(4))
  expect(mail!.subject).toBe('It takes place after all: Routing workshop')
  expect(mail!.text).toContain(`/events/${event.slug}/register`)
  expect(mail!.text).toContain('Your seat ended')
  expect(mail!.attachments).toEqual([])
})
