import ICAL from 'ical.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenDay } from './given-feeds.ts'
import { agendaOf, entriesOf } from './own/given-agenda.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { eventCalendar } from '#app/calendar/event-calendar.server.ts'
import { toJcal } from '#app/calendar/jcal.ts'
import { orderFile } from '#app/calendar/own/order-calendar.server.ts'
import { ownEventCalendar } from '#app/calendar/own/own-event-calendar.server.ts'
import { calendarOfEvents, calendarOfProgramme } from '#app/calendar/public-calendar.server.ts'
import { calendarEvents } from '#app/calendar/queries.server.ts'
import { cancelEvent } from '#app/events/cancel-event.server.ts'
import { NO_FILTERS } from '#app/events/catalogue/filters.ts'
import type { Details } from '#app/events/details-form.ts'
import { eventChanged } from '#app/events/event-changed.server.ts'
import { feedEvents } from '#app/events/feed-queries.server.ts'
import { postponeEvent } from '#app/events/postpone-event.server.ts'
import { publishEvent } from '#app/events/publishing/publish-event.server.ts'
import { reinstateEvent } from '#app/events/reinstate-event.server.ts'
import { unpublishEvent } from '#app/events/publishing/unpublish-event.server.ts'
import { updateEventDetails } from '#app/events/update-event-details.server.ts'
import { ownCalendar } from '#app/mail/own-calendar.server.ts'
import { cancelRegistrations } from '#app/registrations/seats/cancel-registrations.server.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import { icalFaults } from '#tests/support/ical-checker.ts'
import { anOrder, aPerson, placed } from '#tests/registrations/an-order.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenAccount } from '#tests/support/given.ts'
import { typedDetails } from '#tests/support/typed-details.ts'

let given: Awaited<ReturnType<typeof testServices>>

beforeAll(async () => {
  given = await testServices()
})
afterAll(() => given.close())

const actor = { kind: 'system' } as const

type Read = Record<string, Record<string, string>>

/** An event with a programme and one person who is registered, and everything that tells of it. */
async function givenLife() {
  const { db, services } = given
  const { config } = services
  const event = await givenDay(db)
  // Without it nothing is published.
  await db.updateTable('eventTexts').set({ accessNote: 'Step-free.' }).where('eventId', '=', event.id).execute()
  const email = 'ana@example.org'
  const { accountId } = await givenAccount(db, email)
  const people = [aPerson(event.tickets[0]!.id, { email, fullName: 'Ana' })]
  const { orderId, registrations } = await placed(db, anOrder(event, { people }))
  const language = 'en' as const
  const site = { ...config, language, prefix: '/en' }
  const ports = {
    site,
    onFault: (error: unknown) => {
      throw error
    },
  }
  const uid = `event-${event.id}`
  const one = { eventId: event.id, emailKey: email }
  const mail = { recipientKey: email, recipientEmail: email, recipientName: 'Ana', language }
  const mailSite = { ...config, calendarMailbox: 'calendar@plenary.test' } as unknown as Parameters<
    typeof ownCalendar
  >[1]

  async function mailed(): Promise<string> {
    const calendar = await ownCalendar(db, mailSite, mail, { eventId: event.id })
    return calendar === null ? '' : calendar.way === 'file' ? calendar.body : calendar.content
  }

  /** Of everybody, and of the one who is registered; every text is clean. */
  async function read(now: Instant): Promise<{ public: Read[]; own: Read[]; sessions: Read }> {
    const calendar = await eventCalendar(db, site, { ids: [event.id], address: '/a.ics' })
    const events = feedEvents(db, { ...NO_FILTERS, when: 'all' }, now)
    const feed = await calendarOfEvents(db, ports, { events, changedAt: null, name: 'All', address: '/b.ics' })
    const [shown] = await calendarEvents(db, [event.id], language)
    const programme = shown ? (await calendarOfProgramme(db, ports, { event: shown, address: '/p.ics' })).body : ''
    const jcal = ICAL.stringify(JSON.parse(await toJcal(feed.body)))
    const agenda = await agendaOf(given, { accountId, emailKey: email }, {}, now)
    const invited = async (calendarMail: 'file' | 'invitation') => {
      await db.updateTable('events').set({ calendarMail }).where('id', '=', event.id).execute()
      return await mailed()
    }
    const only = { registrationId: registrations[0]!.id }
    const own = [
      (await orderFile(db, config, orderId)).body,
      (await ownEventCalendar(db, site, { ...one, only }))?.body ?? '',
      await invited('invitation'),
      await invited('file'),
    ]
    for (const body of [calendar.body, feed.body, programme, ...own]) if (body) expect(icalFaults(body)).toEqual([])
    return {
      public: [calendar.body, feed.body, jcal].map(entriesOf),
      own: [...own.map(entriesOf), agenda.entries],
      sessions: entriesOf(programme),
    }
  }

  async function save(change: Partial<Details>, now: Instant) {
    const form = await typedDetails(db, event.id, change)
    return await updateEventDetails(db, { eventId: event.id, form, now, actor })
  }

  async function giveUp(now: Instant) {
    const registrationIds = registrations.map(({ id }) => id)
    return { ok: true, done: await cancelRegistrations(db, { registrationIds, now, actor, reason: 'test' }) }
  }

  return { event, uid, read, save, giveUp }
}

const TIMES = ['DTSTART', 'DTEND']
const SAME = [...TIMES, 'UID', 'STATUS', 'SEQUENCE', 'LAST-MODIFIED', 'DTSTAMP']
const pick = (entry: Record<string, string>, names: string[]) => names.map((name) => entry[name])

test('moved, postponed, on again, cancelled, reinstated, withdrawn and back: everybody reads the same, and nothing goes back', async () => {
  const { db } = given
  const { event, uid, read, save, giveUp } = await givenLife()
  const asked = { eventId: event.id, actor }
  const steps: [name: string, status: string | null, change: (now: Instant) => Promise<unknown>][] = [
    ['as it is', 'CONFIRMED', () => Promise.resolve({ ok: true })],
    ['another hall', 'CONFIRMED', (now) => save({ venue: 'Another hall' }, now)],
    ['moved', 'CONFIRMED', (now) => save({ startsOn: '2027-07-05', endsOn: '2027-07-05' }, now)],
    ['postponed', 'CANCELLED', (now) => postponeEvent(db, { ...asked, now })],
    ['a new date', 'CONFIRMED', (now) => save({ startsOn: '2027-09-06', endsOn: '2027-09-06' }, now)],
    ['over the end of the day', 'CONFIRMED', (now) => save({ startsTime: '20:00', endsTime: '24:00' }, now)],
    ['cancelled', 'CANCELLED', (now) => cancelEvent(db, { ...asked, now })],
    ['reinstated', 'CONFIRMED', (now) => reinstateEvent(db, { ...asked, now })],
    // Nobody may be registered at what is withdrawn.
    ['given up by the one', 'CONFIRMED', (now) => giveUp(now)],
    ['withdrawn', null, (now) => unpublishEvent(db, { ...asked, now })],
    ['back', 'CONFIRMED', (now) => publishEvent(db, { ...asked, now })],
  ]
  const last: Record<string, string[]> = {}
  let now: Instant = NOW
  for (const [name, status, change] of steps) {
    now = addMinutes(now, 10)
    expect([name, await change(now)]).toMatchObject([name, { ok: true }])
    const { public: everybody, own, sessions } = await read(now)
    if (status === null) {
      expect([...everybody, ...own].flatMap((entries) => Object.keys(entries))).not.toContain(uid)
      expect(sessions).toEqual({})
      continue
    }
    const [first] = everybody
    for (const entries of everybody)
      expect([name, ...pick(entries[uid]!, SAME)]).toEqual([name, ...pick(first![uid]!, SAME)])
    for (const entries of own) {
      expect([name, ...pick(entries[uid]!, SAME)]).toEqual([name, ...pick(own[0]![uid]!, SAME)])
      expect(pick(entries[uid]!, ['UID', ...TIMES])).toEqual(pick(first![uid]!, ['UID', ...TIMES]))
      expect(Number(entries[uid]!['SEQUENCE'])).toBeGreaterThanOrEqual(Number(first![uid]!['SEQUENCE']))
    }
    expect([name, first![uid]!['STATUS'], Object.keys(sessions).length]).toEqual([name, status, 2])
    for (const session of Object.values(sessions)) expect([name, session['STATUS']]).toEqual([name, status])
    const readers = { public: first![uid]!, own: own[0]![uid]!, ...sessions }
    for (const [reader, entry] of Object.entries(readers)) {
      const [sequence, modified] = pick(entry, ['SEQUENCE', 'LAST-MODIFIED']) as [string, string]
      const [sequenceBefore = '-1', modifiedBefore = ''] = last[reader] ?? []
      expect([name, reader, Number(sequence) >= Number(sequenceBefore)]).toEqual([name, reader, true])
      if (reader === 'own' || (reader === 'public' && name !== 'given up by the one'))
        expect([name, reader, Number(sequence) > Number(sequenceBefore)]).toEqual([name, reader, true])
      expect(modified >= modifiedBefore).toBe(true)
      last[reader] = [sequence, modified]
    }
  }
  await eventChanged(db, event.id, addMinutes(now, 10))
  const again = await read(addMinutes(now, 10))
  expect(pick(again.public[0]![uid]!, ['SEQUENCE', 'LAST-MODIFIED'])).toEqual(last['public'])
  expect((await checkInvariants(db)).filter(({ violations }) => violations > 0)).toEqual([])
})
