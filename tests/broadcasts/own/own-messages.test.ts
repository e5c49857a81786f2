import { afterEach, beforeEach, expect, test } from 'vitest'
import { BY, givenSeated, messagesOf, stateOf } from '../a-broadcast.ts'
import type { OwnForm } from '#app/broadcasts/own/own-form.ts'
import type { OwnKind } from '#app/broadcasts/own/own-kinds.ts'
import { followEvents } from '#app/broadcasts/own/follow-events.server.ts'
import { saveOwnMessage } from '#app/broadcasts/own/save-own-message.server.ts'
import { sendBroadcasts } from '#app/broadcasts/send-broadcasts.server.ts'
import { deliverDue } from '#app/mail/deliver-due.server.ts'
import { addMinutes, instantOf } from '#app/values/moment.ts'
import { aMailer, portsOf } from '#tests/mail/a-mailer.ts'
import { anOrder, placed } from '#tests/registrations/an-order.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'

let test_: Awaited<ReturnType<typeof testServices>>
let event: Awaited<ReturnType<typeof givenEvent>>

beforeEach(async () => {
  test_ = await testServices()
  event = await givenEvent(test_.db, { tickets: [{ seats: 50 }] })
})

afterEach(() => test_.close())

const FORM: OwnForm = {
  language: 'en',
  subject: 'See you at {event}',
  body: 'Dear {name}, it is {dates} at {place}, {map}: {code} {link}',
  version: 0,
  isOn: true,
}

async function given(kind: OwnKind, form: Partial<OwnForm> = {}) {
  const saved = await saveOwnMessage(test_.db, {
    eventId: event.id,
    kind,
    form: { ...FORM, ...form },
    suggested: [],
    now: NOW,
    actor: BY,
  })
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusals))
  return saved.value.id
}

/** On the clock of Kigali. */
const at = (day: string, time: string) => instantOf(day, time, 'Africa/Kigali')
const moved = async (set: Record<string, unknown>, now = NOW) =>
  await test_.db
    .updateTable('events')
    .set({ ...set, updatedAt: now })
    .where('id', '=', event.id)
    .execute()
const toAugust = (now = NOW) =>
  moved(
    {
      startsOn: '2027-08-14',
      endsOn: '2027-08-18',
      startsAt: at('2027-08-14', '00:00'),
      endsAt: at('2027-08-19', '00:00'),
    },
    now,
  )

async function work(now: string) {
  await followEvents(test_.db, { now })
  await sendBroadcasts(test_.db, { now })
}

test('a week before, on the clock of the place, once', async () => {
  await givenSeated(test_.db, event, 3)
  const id = await given('practical-notes')
  await work(at('2027-06-07', '08:59'))
  expect(await messagesOf(test_.db, id)).toHaveLength(0)
  await work(at('2027-06-07', '09:00'))
  await work(at('2027-06-07', '09:01'))
  expect(await messagesOf(test_.db, id)).toHaveLength(3)
})

test('it moves along with the event, earlier and later, and is right even before the job has looked', async () => {
  await givenSeated(test_.db, event, 1)
  const id = await given('practical-notes')
  await toAugust()
  // The worker that begins what is due looks at the event itself.
  await sendBroadcasts(test_.db, { now: at('2027-06-07', '09:00') })
  expect(await messagesOf(test_.db, id)).toHaveLength(0)
  await work(at('2027-06-08', '09:00'))
  const { sendAt } = await test_.db.selectFrom('broadcasts').select('sendAt').executeTakeFirstOrThrow()
  expect(sendAt).toBe(at('2027-08-07', '09:00'))
  await moved({ startsOn: '2027-06-12', startsAt: at('2027-06-12', '00:00') }, at('2027-06-09', '09:00'))
  await work(at('2027-06-09', '09:01'))
  expect(await messagesOf(test_.db, id)).toHaveLength(1)
})

test.each([
  ['postponed', { postponedAt: NOW }],
  ['cancelled', { status: 'cancelled', cancelledAt: NOW }],
  ['taken back', { status: 'draft' }],
])('of an event that is %s none goes out, and of one that began none that prepares for it', async (_, set) => {
  await givenSeated(test_.db, event, 1)
  const id = await given('tomorrow')
  await moved(set)
  await work(at('2027-06-13', '09:00'))
  expect(await messagesOf(test_.db, id)).toHaveLength(0)
  await moved({ postponedAt: null, status: 'published' }, at('2027-06-14', '08:00'))
  await work(at('2027-06-14', '09:00'))
  expect(await messagesOf(test_.db, id)).toHaveLength(0)
  expect(await stateOf(test_.db, id)).toBe('scheduled')
})

test('whoever comes late gets it at once, until the event begins', async () => {
  await givenSeated(test_.db, event, 1)
  const id = await given('practical-notes')
  await work(at('2027-06-07', '09:00'))
  await givenSeated(test_.db, event, 2, () => ({}), at('2027-06-10', '12:00'))
  await work(at('2027-06-10', '12:01'))
  expect(await messagesOf(test_.db, id)).toHaveLength(3)
  expect(await stateOf(test_.db, id)).toBe('done')
  await givenSeated(test_.db, event, 1, () => ({}), at('2027-06-13', '23:00'))
  await work(at('2027-06-14', '00:30'))
  expect(await messagesOf(test_.db, id)).toHaveLength(3)
})

test('it is written anew from the facts when it is sent, with a ticket link of its reader', async () => {
  await givenSeated(test_.db, event, 1, () => ({ fullName: 'Wulandari <Contoh>' }))
  await given('tomorrow')
  await test_.db.deleteFrom('messages').execute()
  await work(at('2027-06-13', '09:00'))
  await moved({ venue: 'Another hall' }, at('2027-06-13', '09:01'))
  const { mailer, delivered } = aMailer()
  await deliverDue(test_.db, portsOf(test_.services, mailer), { now: at('2027-06-13', '09:02') })
  const [mail] = delivered
  expect(mail!.subject).toBe('See you at Routing workshop')
  const line = mail!.text.replace(/\s+/g, ' ')
  expect(line).toMatch(/Dear Wulandari <Contoh>, it is 14 ?– ?18 June 2027 at Another hall, Kigali, Rwanda/)
  expect(mail!.text).toContain('https://www.openstreetmap.org/?mlat=-1.9441')
  expect(mail!.html).toContain('<bdi>Wulandari &lt;Contoh&gt;</bdi>')
  expect(mail!.text).toMatch(/http:\/\/plenary\.test\/en\/orders\/[A-Z0-9-]+\?key=[\w-]{20}/)
  const stored = await test_.db.selectFrom('messages').selectAll().execute()
  expect(JSON.stringify(stored)).not.toContain('key=')
})

test('the words of the confirmation stand in it, and in no other mail', async () => {
  await given('confirmation', { subject: 'x', body: 'Bring **boots**, {name}.' })
  await placed(test_.db, anOrder(event))
  const { mailer, delivered } = aMailer()
  const ports = portsOf(test_.services, mailer)
  await deliverDue(test_.db, ports, { now: NOW })
  expect(ports.faults).toEqual([])
  expect(delivered).toHaveLength(1)
  expect(delivered[0]!.html).toContain('Bring <strong>boots</strong>')
  expect(delivered[0]!.text).toContain('Bring boots, Person')
  await given('confirmation', { isOn: false, version: 1 })
  await placed(test_.db, anOrder(event))
  await deliverDue(test_.db, ports, { now: NOW })
  expect(delivered[1]!.html).not.toContain('boots')
})

test('two organizers at once do not overwrite each other; what was sent keeps its words', async () => {
  await givenSeated(test_.db, event, 1)
  await given('tomorrow')
  await expect(given('tomorrow')).rejects.toThrow('broadcast-stale')
  await given('tomorrow', { version: 1, offsetDays: -2 })
  await work(at('2027-06-12', '09:00'))
  await expect(given('tomorrow', { version: 2 })).rejects.toThrow('broadcast-sent')
  await expect(given('feedback', { body: '{nmae}' })).rejects.toThrow('placeholder-unknown')
})

test('thanks go out the day after, for two weeks', async () => {
  await givenSeated(test_.db, event, 1)
  const id = await given('feedback')
  await work(addMinutes(at('2027-06-19', '10:00'), 13 * 24 * 60))
  expect(await messagesOf(test_.db, id)).toHaveLength(1)
})
