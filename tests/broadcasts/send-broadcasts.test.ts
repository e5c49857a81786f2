import { afterEach, beforeEach, expect, test } from 'vitest'
import { BY, givenDraft, givenSeated, givenSent, messagesOf, recipientsOf, stateOf } from './a-broadcast.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { cancelBroadcast } from '#app/broadcasts/cancel-broadcast.server.ts'
import { pauseBroadcast } from '#app/broadcasts/pause-broadcast.server.ts'
import { resumeBroadcast } from '#app/broadcasts/resume-broadcast.server.ts'
import { scheduleBroadcast } from '#app/broadcasts/schedule-broadcast.server.ts'
import { sendBroadcasts } from '#app/broadcasts/send-broadcasts.server.ts'
import { deliverDue } from '#app/mail/deliver-due.server.ts'
import { HELD_BACK } from '#app/mail/held-back.ts'
import { erasePerson } from '#app/people/erase-person.server.ts'
import { addMinutes } from '#app/values/moment.ts'
import { aMailer, portsOf } from '#tests/mail/a-mailer.ts'
import { aWish, givenFullEvent, joined } from '#tests/waiting-list/a-queue.ts'
import { noteCalendarChanges } from '#app/calendar/note-changes.server.ts'
import { givenSession } from '#tests/events/event-samples.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'

let test_: Awaited<ReturnType<typeof testServices>>

beforeEach(async () => {
  test_ = await testServices()
})

afterEach(async () => {
  expect((await checkInvariants(test_.db)).filter(({ violations }) => violations > 0)).toEqual([])
  await test_.close()
})

const bigEvent = () => givenEvent(test_.db, { tickets: [{ seats: 1000 }] })
const send = (now = NOW, stop?: AbortSignal) => sendBroadcasts(test_.db, { now, ...(stop ? { stop } : {}) })

test('each address once, with a reason for those who are left out', async () => {
  const event = await givenEvent(test_.db, { tickets: [{ seats: 10 }, { seats: 10 }] })
  const ids = await givenSeated(test_.db, event, 6, (at) => ({
    email: `seat-${at === 1 ? 0 : at}@example.org`,
    ticketTypeId: event.tickets[at === 1 ? 1 : 0]!.id,
  }))
  const personOf = async (at: number) =>
    (await test_.db.selectFrom('registrations').select('personId').where('id', '=', ids[at]!).executeTakeFirstOrThrow())
      .personId
  await test_.db
    .updateTable('people')
    .set({ email: null, emailKey: null })
    .where('id', '=', await personOf(2))
    .execute()
  await erasePerson(test_.db, { email: 'seat-3@example.org', actor: BY, now: NOW })
  await test_.db
    .updateTable('messages')
    .set({ state: 'undeliverable' })
    .where('recipientKey', '=', 'seat-4@example.org')
    .execute()
  const id = await givenSent(test_.db, event)
  await send()
  const rows = await recipientsOf(test_.db, id)
  const byRegistration = Object.fromEntries(rows.map((row) => [ids.indexOf(row.registrationId!), row]))
  expect(Object.values(byRegistration).map(({ state, reason }) => [state, reason])).toEqual([
    ['stored', ''],
    ['left-out', 'same-address'],
    ['left-out', 'no-address'],
    ['left-out', 'erased'],
    ['left-out', 'bounced'],
    ['stored', ''],
  ])
  expect((await messagesOf(test_.db, id)).map(({ recipientKey }) => recipientKey)).toEqual([
    'seat-0@example.org',
    'seat-5@example.org',
  ])
  expect(rows.filter(({ state }) => state === 'stored').every(({ messageId }) => messageId !== null)).toBe(true)
  expect(await stateOf(test_.db, id)).toBe('done')
})

test('killed in the middle, again and again, and two workers at once: everybody gets it, nobody twice', async () => {
  const event = await bigEvent()
  await givenSeated(test_.db, event, 900)
  const id = await givenSent(test_.db, event)
  for (let round = 0; round < 3; round++) {
    const stop = new AbortController()
    let chunks = 0
    // The process is told to end while it is between two chunks.
    const signal = new Proxy(stop.signal, {
      get: (target, name) => (name === 'aborted' ? chunks++ > 1 : Reflect.get(target, name)),
    })
    await send(NOW, signal)
  }
  expect(await stateOf(test_.db, id)).toBe('sending')
  await Promise.all([send(), send(), send()])
  await send()
  expect(await stateOf(test_.db, id)).toBe('done')
  const messages = await messagesOf(test_.db, id)
  expect(messages).toHaveLength(900)
  expect(new Set(messages.map(({ recipientKey }) => recipientKey)).size).toBe(900)
  const rows = await recipientsOf(test_.db, id)
  expect(rows.every(({ state, messageId }) => state === 'stored' && messageId !== null)).toBe(true)
}, 60_000)

test('a transaction that fails leaves nothing half done', async () => {
  const event = await bigEvent()
  await givenSeated(test_.db, event, 250)
  const id = await givenSent(test_.db, event)
  let writes = 0
  const breaking = test_.db.withPlugin({
    transformQuery: ({ node }) => {
      if (node.kind === 'InsertQueryNode' && ++writes === 4) throw new Error('the power fails')
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  })
  await expect(sendBroadcasts(breaking, { now: NOW })).rejects.toThrow('the power fails')
  const before = (await messagesOf(test_.db, id)).length
  const stored = (await recipientsOf(test_.db, id)).filter(({ state }) => state === 'stored')
  expect(stored).toHaveLength(before)
  await send()
  expect(await messagesOf(test_.db, id)).toHaveLength(250)
}, 30_000)

test('later, on time; and not before', async () => {
  const event = await bigEvent()
  await givenSeated(test_.db, event, 2)
  const id = await givenDraft(test_.db, event)
  const sendAt = addMinutes(NOW, 60)
  const off = { eventId: event.id, broadcastId: id, expected: 2, version: 0, now: NOW, actor: BY }
  expect(await scheduleBroadcast(test_.db, { ...off, sendAt: NOW })).toMatchObject({
    refusals: [{ code: 'broadcast-past' }],
  })
  expect(await scheduleBroadcast(test_.db, { ...off, sendAt, version: 7 })).toMatchObject({
    refusals: [{ code: 'broadcast-stale' }],
  })
  expect((await scheduleBroadcast(test_.db, { ...off, sendAt })).ok).toBe(true)
  await send(addMinutes(NOW, 59))
  expect(await messagesOf(test_.db, id)).toEqual([])
  await send(sendAt)
  expect(await messagesOf(test_.db, id)).toHaveLength(2)
})

test('paused, what has not left stays; going on, it leaves; cancelled, it never does', async () => {
  const event = await bigEvent()
  await givenSeated(test_.db, event, 4)
  await test_.db.deleteFrom('messages').execute()
  const id = await givenSent(test_.db, event)
  await send()
  await test_.db.updateTable('broadcasts').set({ state: 'sending' }).where('id', '=', id).execute()
  const { mailer, delivered } = aMailer()
  const ports = portsOf(test_.services, mailer)
  await deliverDue(test_.db, ports, { now: NOW, limit: 1 })
  const change = { eventId: event.id, broadcastId: id, now: NOW, actor: BY }
  expect((await pauseBroadcast(test_.db, change)).ok).toBe(true)
  await deliverDue(test_.db, ports, { now: NOW })
  expect(delivered).toHaveLength(1)
  // One that was under way when it was paused comes back to wait.
  const [one] = (await messagesOf(test_.db, id)).filter(({ dueAt }) => dueAt === HELD_BACK)
  await test_.db.updateTable('messages').set({ dueAt: NOW }).where('id', '=', one!.id).execute()
  await send()
  expect((await messagesOf(test_.db, id)).filter(({ dueAt }) => dueAt === HELD_BACK)).toHaveLength(3)
  expect((await resumeBroadcast(test_.db, change)).ok).toBe(true)
  await deliverDue(test_.db, ports, { now: NOW, limit: 1 })
  expect(delivered).toHaveLength(2)
  expect((await cancelBroadcast(test_.db, change)).ok).toBe(true)
  expect(await deliverDue(test_.db, ports, { now: NOW })).toMatchObject({ sent: 0 })
  expect((await messagesOf(test_.db, id)).map(({ state }) => state).toSorted()).toEqual([
    'sent',
    'sent',
    'withdrawn',
    'withdrawn',
  ])
  expect(await pauseBroadcast(test_.db, change)).toMatchObject({ refusals: [{ code: 'broadcast-moved' }] })
  expect(ports.faults).toEqual([])
})

test('the waiting list, the programme and the team have their own words', async () => {
  const event = await bigEvent()
  await givenAccount(test_.db, 'team@example.org', [{ role: 'organizer', scope: 'event', scopeId: event.id }])
  await givenAccount(test_.db, 'series@example.org', [{ role: 'finance', scope: 'series', scopeId: event.seriesId }])
  await givenAccount(test_.db, 'stranger@example.org', [{ role: 'finance', scope: 'installation' }])
  await expect(givenDraft(test_.db, event, { address: 'whom=team', body: '{ticket}' })).rejects.toThrow(
    'placeholder-elsewhere',
  )
  const id = await givenSent(test_.db, event, { address: 'whom=team' })
  await send()
  expect((await messagesOf(test_.db, id)).map(({ recipientKey }) => recipientKey)).toEqual([
    'series@example.org',
    'team@example.org',
  ])
  const { mailer, delivered } = aMailer()
  await deliverDue(test_.db, portsOf(test_.services, mailer), { now: NOW })
  expect(delivered.map(({ subject }) => subject)).toEqual(['News of Routing workshop', 'News of Routing workshop'])
})

test('to those who wait, and to those of the programme: each what is their own', async () => {
  const event = await givenFullEvent(test_.db)
  await joined(test_.db, aWish(event, { fullName: 'Patience Contoh', email: 'patience@example.org' }))
  const people = ['Sam', 'Sam', 'Nobody']
  await givenSession(test_.db, event.id, { day: '2027-06-14', from: '09:00', to: '10:00', title: 'Opening', people })
  await noteCalendarChanges(test_.db, [event.id], NOW)
  const email = 'Speaker@example.org'
  await test_.db.updateTable('sessionPeople').set({ email }).where('fullName', '=', 'Sam').execute()
  await test_.db.deleteFrom('messages').execute()
  const ids = [
    await givenSent(test_.db, event, { address: 'whom=waiting', body: '{name}: {wish} {code} {link}' }),
    await givenSent(test_.db, event, { address: 'whom=programme', body: '{name}: {sessions}' }),
  ]
  await send()
  await send()
  const { mailer, delivered } = aMailer()
  await deliverDue(test_.db, portsOf(test_.services, mailer), { now: NOW })
  const texts = delivered.map(({ text }) => text).join('\n')
  expect(delivered).toHaveLength(2)
  expect(texts).toMatch(
    /Patience Contoh: Ticket 1 [A-Z0-9-]+\s+http:\/\/plenary\.test\/en\/waiting-list\/[A-Z0-9-]+\?key=/,
  )
  expect(texts).toContain('Sam: Opening')
  const left = await recipientsOf(test_.db, ids[1]!)
  expect(left.map(({ reason }) => reason).toSorted()).toEqual(['', 'no-address', 'same-address'])
})

test('another event of the same address changes nothing', async () => {
  const [event, other] = [await bigEvent(), await bigEvent()]
  const id = await givenSent(test_.db, event)
  const change = { eventId: other.id, broadcastId: id, now: NOW, actor: BY }
  for (const step of [pauseBroadcast, resumeBroadcast, cancelBroadcast])
    expect(await step(test_.db, change)).toMatchObject({ refusals: [{ code: 'gone' }] })
})
