import { afterEach, beforeEach, expect, test } from 'vitest'
import { released } from './a-version.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { noteCalendarChanges } from '#app/calendar/note-changes.server.ts'
import { newsOfVersion } from '#app/registrations/programme-news/news-of-version.server.ts'
import { previewLetter } from '#app/registrations/programme-news/preview-letter.server.ts'
import { tellOfVersion } from '#app/registrations/programme-news/tell-of-version.server.ts'
import { newId } from '#app/values/id.ts'
import { givenSession } from '#tests/events/event-samples.ts'
import { sendAll } from '#tests/mail/calendar-mails.ts'
import { givenTrack } from '#tests/participants/given-participants.ts'
import { anOrder, aPerson, placed } from '#tests/registrations/an-order.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { countedQueries } from '#tests/support/counted-queries.ts'
import { givenEvent } from '#tests/support/given.ts'

let test_: Awaited<ReturnType<typeof testServices>>
beforeEach(async () => {
  test_ = await testServices()
})
afterEach(() => test_.close())

const actor = { kind: 'account', id: 'an-account' } as const

/** Two tracks and a plenary; tickets for everything, for track one and for track two. */
async function given() {
  const { db } = test_
  const event = await givenEvent(db, {
    title: 'Routing workshop',
    tickets: [{ allowsRepeat: 1, maxPerOrder: 50 }, { maxPerOrder: 50 }, { maxPerOrder: 50 }],
  })
  const [one, two] = [await givenTrack(db, event.id, 'T1'), await givenTrack(db, event.id, 'T2')]
  await db.updateTable('ticketTypes').set({ trackId: one }).where('id', '=', event.tickets[1]!.id).execute()
  await db.updateTable('ticketTypes').set({ trackId: two }).where('id', '=', event.tickets[2]!.id).execute()
  const at = { day: '2027-06-14', from: '09:00', to: '10:00' }
  await givenSession(db, event.id, { ...at, title: 'Plenary' })
  await givenSession(db, event.id, { ...at, title: 'Of track one', trackId: one, people: ['Ngozi Muster'] })
  await givenSession(db, event.id, { ...at, title: 'Of track two', trackId: two })
  await givenSession(db, event.id, { ...at, title: 'Committee', isPublic: 0 })
  await released(db, event.id)
  return event
}

type Event = Awaited<ReturnType<typeof given>>
const seat = (event: Event, ticket: number, email: string, language: 'en' | 'fr' | 'ar' = 'en') =>
  placed(test_.db, anOrder(event, { people: [aPerson(event.tickets[ticket]!.id, { email })], language }))
async function room(event: Event, title: string, room: string) {
  const { db } = test_
  await db.updateTable('sessions').set({ room }).where('eventId', '=', event.id).where('title', '=', title).execute()
  await noteCalendarChanges(db, [event.id], NOW)
}
const tell = (event: Event, number: number, db = test_.db) =>
  tellOfVersion(db, { eventId: event.id, number, now: NOW, actor })
const mails = async () => Object.fromEntries((await sendAll(test_.services)).map((mail) => [mail.to.address, mail]))

test('each hears only of their own, once, in their language, with the calendar file of those sessions', async () => {
  const event = await given()
  await seat(event, 0, 'all@example.org')
  await seat(event, 1, 'one@example.org', 'fr')
  await seat(event, 2, 'two@example.org')
  await test_.db
    .updateTable('sessionPeople')
    .set({ email: 'Ngozi@example.org' })
    .where('fullName', '=', 'Ngozi Muster')
    .execute()
  await sendAll(test_.services)
  await room(event, 'Of track one', 'Hall Z')
  const number = await released(test_.db, event.id, 'The hall is being painted.')
  expect(await tell(event, number)).toEqual({ ok: true, value: { told: 3 } })
  const sent = await mails()
  expect(Object.keys(sent).toSorted()).toEqual(['Ngozi@example.org', 'all@example.org', 'one@example.org'])
  const mail = sent['all@example.org']!
  expect(mail.subject).toBe('The programme has changed: Routing workshop')
  for (const text of [mail.text, mail.html])
    for (const said of ['Of track one', 'Hall Z', 'Hall A', 'The hall is being painted.', '/events/'])
      expect(text).toContain(said)
  expect(mail.text).not.toContain('Of track two')
  expect(sent['one@example.org']!.subject).toBe('Le programme a changé : Routing workshop')
  const file = String(mail.attachments[0]?.content)
  expect(file).toContain('SUMMARY:Of track one')
  expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(1)
  // A second time nobody hears of it again, and only who came later for the first time.
  await tell(event, number)
  expect(await mails()).toEqual({})
  await seat(event, 1, 'late@example.org')
  await sendAll(test_.services)
  expect(await newsOfVersion(test_.db, { eventId: event.id, number })).toMatchObject({ told: 3 })
  await Promise.all([tell(event, number), tell(event, number)])
  expect(Object.keys(await mails())).toEqual(['late@example.org'])
  expect((await checkInvariants(test_.db)).filter(({ violations }) => violations > 0)).toEqual([])
})

test('an hour is told with its zone, before and after; who signed up hears of what is not their track', async () => {
  const event = await given()
  const { registrations } = await seat(event, 1, 'one@example.org')
  const two = await test_.db
    .selectFrom('sessions')
    .select('id')
    .where('eventId', '=', event.id)
    .where('title', '=', 'Of track two')
    .executeTakeFirstOrThrow()
  await test_.db
    .insertInto('sessionSignUps')
    .values({ sessionId: two.id, registrationId: registrations[0]!.id, signedUpAt: NOW })
    .execute()
  await test_.db
    .updateTable('sessions')
    .set({
      startsTime: '11:00',
      endsTime: '12:00',
      startsAt: '2027-06-14T09:00:00.000Z',
      endsAt: '2027-06-14T10:00:00.000Z',
    })
    .where('id', '=', two.id)
    .execute()
  await sendAll(test_.services)
  const number = await released(test_.db, event.id)
  await tell(event, number)
  expect((await mails())['one@example.org']!.text.replace(/\s+/g, ' ')).toContain(
    'Moved from Monday 14 June, 09:00–10:00 (UTC+2) to Monday 14 June, 11:00–12:00 (UTC+2)',
  )
})

test('somebody on two seats gets one mail; a seat without a name goes to who ordered it', async () => {
  const event = await given()
  const people = [aPerson(event.tickets[1]!.id, { email: 'both@example.org' })]
  await placed(test_.db, anOrder(event, { people }))
  await seat(event, 2, 'both@example.org')
  await room(event, 'Of track one', 'Hall Y')
  await room(event, 'Of track two', 'Hall Z')
  const number = await released(test_.db, event.id)
  const news = await newsOfVersion(test_.db, { eventId: event.id, number })
  expect(news?.readers.map(({ emailKey, count }) => [emailKey, count])).toEqual([['both@example.org', 2]])
  expect(news?.changes.map(({ people }) => people)).toEqual([1, 1])
  const orderer = await test_.db.selectFrom('orders').select('personId').executeTakeFirstOrThrow()
  const nobody = newId(NOW)
  const person = await test_.db
    .selectFrom('people')
    .selectAll()
    .where('id', '=', orderer.personId)
    .executeTakeFirstOrThrow()
  await test_.db
    .insertInto('people')
    .values({ ...person, id: nobody, email: null, emailKey: null, fullName: '' })
    .execute()
  await test_.db.updateTable('registrations').set({ personId: nobody }).where('trackId', 'is not', null).execute()
  const [reader] = (await newsOfVersion(test_.db, { eventId: event.id, number }))!.readers
  expect(reader).toMatchObject({ emailKey: 'both@example.org', count: 2 })
})

test('the mail that is looked at is the mail that is sent, and looking stores nothing', async () => {
  const event = await given()
  await seat(event, 0, 'all@example.org', 'fr')
  await sendAll(test_.services)
  await room(event, 'Plenary', 'Hall Z')
  const number = await released(test_.db, event.id)
  const { readers } = (await newsOfVersion(test_.db, { eventId: event.id, number }))!
  const shown = await previewLetter(test_.db, test_.services.config, readers[0]!, { eventId: event.id, number })
  expect(await mails()).toEqual({})
  await tell(event, number)
  const sent = (await mails())['all@example.org']!
  expect(shown).toEqual({ subject: sent.subject, text: sent.text, hasFile: true })
})

test('who gave the seat back before the mail goes out hears nothing, and nobody of a cancelled event', async () => {
  const event = await given()
  await seat(event, 0, 'all@example.org')
  await seat(event, 0, 'gone@example.org')
  await sendAll(test_.services)
  await room(event, 'Plenary', 'Hall Z')
  await tell(event, await released(test_.db, event.id))
  const gone = test_.db.selectFrom('people').select('id').where('emailKey', '=', 'gone@example.org')
  await test_.db
    .updateTable('registrations')
    .set({ state: 'cancelled', activeKey: null })
    .where('personId', 'in', gone)
    .execute()
  expect(Object.keys(await mails())).toEqual(['all@example.org'])
  await room(event, 'Plenary', 'Hall X')
  await tell(event, await released(test_.db, event.id))
  await test_.db
    .updateTable('events')
    .set({ status: 'cancelled', cancelledAt: NOW })
    .where('id', '=', event.id)
    .execute()
  expect(await mails()).toEqual({})
})

test('what cannot be told: an older version, a first one, one that concerns nobody, a draft', async () => {
  const event = await given()
  expect(await tell(event, 1)).toMatchObject({ refusals: [{ code: 'version-nobody' }] })
  await room(event, 'Plenary', 'Hall Z')
  await released(test_.db, event.id)
  expect(await tell(event, 1)).toMatchObject({ refusals: [{ code: 'version-old' }] })
  expect(await tell(event, 2)).toMatchObject({ refusals: [{ code: 'version-nobody' }] })
  await test_.db.updateTable('events').set({ status: 'draft' }).where('id', '=', event.id).execute()
  expect(await tell(event, 2)).toMatchObject({ refusals: [{ code: 'not-published' }] })
})

test('thousands take a bounded number of statements', async () => {
  const event = await given()
  const few = await given()
  await seat(few, 0, 'a@example.org')
  for (let from = 0; from < 450; from += 25) {
    const people = Array.from({ length: 25 }, (_, at) =>
      aPerson(event.tickets[0]!.id, { email: `guest-${from + at}@example.org` }),
    )
    await placed(test_.db, anOrder(event, { people }))
  }
  await room(event, 'Plenary', 'Hall Z')
  await room(few, 'Plenary', 'Hall Z')
  const [many, one] = [await released(test_.db, event.id), await released(test_.db, few.id)]
  const small = await countedQueries(test_.db, (db) => tell(few, one, db))
  const large = await countedQueries(test_.db, (db) => tell(event, many, db))
  expect(large - small).toBe(2)
  const told = await test_.db.selectFrom('messages').select('id').where('template', '=', 'programme-changed').execute()
  expect(told).toHaveLength(451)
})
