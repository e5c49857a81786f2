import { afterEach, beforeEach, expect, test } from 'vitest'
import { saveOwnMessage } from '#app/broadcasts/own/save-own-message.server.ts'
import { sendBroadcasts } from '#app/broadcasts/send-broadcasts.server.ts'
import { deliverDue } from '#app/mail/deliver-due.server.ts'
import { BY, givenDraft, givenSeated, givenSent, messagesOf, stateOf } from '#tests/broadcasts/a-broadcast.ts'
import { aMailer, portsOf } from '#tests/mail/a-mailer.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'
import { countQueries } from './count-queries.ts'

let app: Awaited<ReturnType<typeof testApp>>
let event: Awaited<ReturnType<typeof givenEvent>>

beforeEach(async () => {
  app = await testApp()
  event = await givenEvent(app.db, { tickets: [{ seats: 100 }] })
  const { accountId } = await givenAccount(app.db, 'grace@example.org', [
    { role: 'organizer', scope: 'event', scopeId: event.id },
  ])
  await signInAs(app, accountId)
})

afterEach(() => app.close())

const base = () => `/organize/${event.slug}/messages`
const html = async (path: string) => {
  const response = await app.get(path)
  expect([path, response.status]).toEqual([path, 200])
  return await response.text()
}
const send = () => sendBroadcasts(app.db, { now: NOW })

test('from the filter to the last mail, without script', async () => {
  await givenSeated(app.db, event, 3, (at) => ({ fullName: `Reader ${at}` }))
  const page = await html(`${base()}/new`)
  expect(page).toContain('3 recipients as things stand now')
  expect(page).toContain('{deadline}')
  const wrong = await app.post(`${base()}/new`, { language: 'en', subject: 'Hello', body: 'Dear {nmae}\n\nsee {link' })
  expect(wrong.status).toBe(409)
  const told = await wrong.text()
  expect(told).toContain('Line 1: {nmae} is no placeholder. Did you mean {name}?')
  expect(told).toContain('Line 3: the brace { has no other half')
  expect(told).toContain('Dear {nmae}')
  const made = await app.post(`${base()}/new`, { language: 'en', subject: 'Hello {name}', body: '**Hi** {name}' })
  const message = made.headers.get('Location')!
  expect(await html(message)).toContain('Send it off')
  const preview = await html(`${message}/preview`)
  expect(preview).toContain('Hello Reader 0')
  expect(preview).toContain('1 of 3')
  const letter = await app.get(/src="([^"]*preview\.html[^"]*)"/.exec(preview)![1]!)
  expect(letter.headers.get('Content-Security-Policy')).toContain('sandbox')
  expect(await letter.text()).toContain('<strong>Hi</strong> <bdi>Reader 0</bdi>')
  const [next] = /[^"]*preview\?recipient=[^"]*/.exec(preview)!
  expect(await html(next)).toContain('Hello Reader 1')
  const form = { when: 'now', sendAt: '', expected: '3', version: '0' }
  expect((await app.post(`${message}/send`, form)).status).toBe(303)
  await givenSeated(app.db, event, 1)
  await send()
  const { mailer, delivered } = aMailer()
  await app.db.deleteFrom('messages').where('template', '<>', 'broadcast').execute()
  await deliverDue(app.db, portsOf(app.services, mailer), { now: NOW })
  expect(delivered).toHaveLength(4)
  const done = await html(message)
  expect(done).toContain('You were shown 3 recipients; when it was sent there were 4.')
  expect(await html(`${message}/recipients`)).toContain('Reader 2')
  expect(await html(`${message}/recipients?q=reader+1`)).not.toContain('Reader 2')
})

test('links in a preview lack their keys, and a test goes to whoever asks for it', async () => {
  await givenSeated(app.db, event, 1)
  const id = await givenDraft(app.db, event, { body: 'See {link}' })
  const preview = await html(`${base()}/${id}/preview`)
  expect(preview).toContain('?key=hidden')
  await app.db.deleteFrom('messages').execute()
  expect((await app.post(`${base()}/${id}/test`, {})).status).toBe(303)
  const { mailer, delivered } = aMailer()
  await deliverDue(app.db, portsOf(app.services, mailer), { now: NOW })
  expect(delivered).toMatchObject([{ to: { address: 'grace@example.org' }, subject: 'Test: News of Routing workshop' }])
  expect(delivered[0]!.text).toContain('?key=hidden')
  expect(await messagesOf(app.db, id)).toEqual([])
})

test('two organizers: the second is told, with what is saved now, and keeps what was typed', async () => {
  const id = await givenDraft(app.db, event)
  const form = { language: 'en', subject: 'First', body: 'one', version: '0' }
  expect((await app.post(`${base()}/${id}/text?text=en`, form)).status).toBe(303)
  const second = await app.post(`${base()}/${id}/text?text=en`, { ...form, subject: 'Second' })
  expect(second.status).toBe(409)
  const text = await second.text()
  expect(text).toContain('First')
  expect(text).toContain('value="Second"')
  expect(text).toContain('name="version" value="1"')
  expect((await app.post(`${base()}/${id}/text?text=fr`, { ...form, language: 'fr', version: '1' })).status).toBe(303)
  expect((await app.post(`${base()}/${id}/text?text=fr`, { language: 'fr', version: '2' })).status).toBe(303)
  expect(await app.db.selectFrom('broadcastTexts').select('language').execute()).toEqual([{ language: 'en' }])
})

test('a time that does not exist, or is past, is asked about; paused, gone on with, cancelled, copied, thrown away', async () => {
  await app.db.updateTable('events').set({ zone: 'Europe/Paris' }).execute()
  const id = await givenDraft(app.db, event)
  const later = (sendAt: string) =>
    app.post(`${base()}/${id}/send`, { when: 'later', sendAt, expected: '0', version: '0' })
  expect(await (await later('2027-03-28T02:30')).text()).toContain('aria-invalid')
  expect(await (await later('2026-10-25T02:30')).text()).toContain('sendAt-reading')
  expect((await later('2020-01-01T10:00')).status).toBe(409)
  expect((await later('')).status).toBe(409)
  expect((await later('2027-05-01T10:00')).status).toBe(303)
  const step = async (name: string) => (await app.post(`${base()}/${id}/${name}`, {})).status
  expect(await step('pause')).toBe(303)
  expect(await step('pause')).toBe(409)
  expect(await step('resume')).toBe(303)
  expect(await step('remove')).toBe(409)
  expect(await step('cancel')).toBe(303)
  expect(await stateOf(app.db, id)).toBe('cancelled')
  const copy = (await app.post(`${base()}/${id}/copy`, {})).headers.get('Location')!
  expect(copy).not.toContain(id)
  expect((await app.post(`${copy}/remove`, {})).headers.get('Location')).toBe(base())
  for (const name of ['pause', 'resume', 'cancel', 'remove', 'copy', 'send']) await html(`${base()}/${id}/${name}`)
})

test('own messages come with suggested words, and are copied when they are switched on', async () => {
  await app.db
    .insertInto('eventTexts')
    .values({
      eventId: event.id,
      language: 'fr',
      title: 'Atelier',
      summary: '',
      description: '',
      accessNote: '',
      visaNote: '',
      preparation: '',
      cancellationNote: '',
    })
    .execute()
  const page = await html(`${base()}/own/tomorrow`)
  expect(page).toContain('See you tomorrow at {event}')
  const form = {
    language: 'en',
    subject: 'See you',
    body: 'Soon {name}',
    version: '0',
    isOn: 'on',
    offsetDays: '-2',
    atTime: '08:00',
  }
  expect((await app.post(`${base()}/own/tomorrow`, form)).status).toBe(303)
  expect(await html(`${base()}/own/tomorrow?text=fr`)).toContain('À demain à {event}')
  expect(await html(base())).toContain('12 June 2027')
  expect((await app.post(`${base()}/own/tomorrow`, form)).status).toBe(409)
  expect((await app.get(`${base()}/own/nothing`)).status).toBe(404)
  const wrong = await app.post(`${base()}/own/feedback`, { ...form, offsetDays: 'soon' })
  expect(wrong.status).toBe(422)
})

test('the outbox says what came back, and what can be done', async () => {
  const [seat] = await givenSeated(app.db, event, 2, (at) => ({ email: `seat-${at}@gmail.example` }))
  const bounced = { state: 'undeliverable', lastError: '550 no such user', attempts: 12 } as const
  await app.db.updateTable('messages').set(bounced).execute()
  const page = await html(`${base()}/outbox`)
  expect(page).toContain('gmail.example refuses 2 mails')
  expect(page).toContain('550 no such user')
  expect(page).toContain(`/organize/${event.slug}/registrations/${seat}`)
  expect(await html(`${base()}/outbox?domain=other.example`)).toContain('Nothing here')
  const [one] = await app.db.selectFrom('messages').select('id').orderBy('id').execute()
  expect((await app.post(`${base()}/outbox/again`, { message: one!.id })).headers.get('Location')).toContain('again=1')
  expect((await app.post(`${base()}/outbox/again?domain=gmail.example`, {})).headers.get('Location')).toContain(
    'again=1',
  )
  expect((await app.post(`${base()}/outbox/again`, {})).status).toBe(409)
  const file = await app.get(`/organize/${event.slug}/outbox.csv?state=waiting`)
  expect((await file.text()).split('\r\n').filter(Boolean)).toHaveLength(3)
  expect(await app.db.selectFrom('downloads').select('kind').execute()).toEqual([{ kind: 'outbox.csv' }])
})

test('another event’s organizer finds nothing, by their own address or by ids in it', async () => {
  await givenSeated(app.db, event, 1)
  const id = await givenDraft(app.db, event)
  const [mail] = await app.db.selectFrom('messages').select('id').execute()
  await app.db.updateTable('messages').set({ state: 'undeliverable' }).execute()
  const other = await givenEvent(app.db)
  app.forgetCookies()
  const { accountId } = await givenAccount(app.db, 'other@example.org', [
    { role: 'organizer', scope: 'event', scopeId: other.id },
    { role: 'front-desk', scope: 'event', scopeId: event.id },
  ])
  await signInAs(app, accountId)
  const theirs = `/organize/${other.slug}/messages`
  const pages = ['', '/text', '/recipients', '/preview', '/send', '/pause', '/copy', '/preview.html']
  for (const page of pages) {
    expect((await app.get(`${theirs}/${id}${page}`)).status, page).toBe(404)
    expect((await app.get(`${base()}/${id}${page}`)).status, page).toBe(404)
  }
  const text = { language: 'en', subject: 'x', body: 'x', version: '0', when: 'now' }
  for (const page of ['/text', '/test', '/send', '/cancel', '/remove', '/copy'])
    expect((await app.post(`${theirs}/${id}${page}`, text)).status, page).toBe(404)
  expect((await app.post(`${theirs}/outbox/again`, { message: mail!.id })).status).toBe(409)
  expect((await app.get(base())).status).toBe(404)
  expect((await app.get(`/organize/${event.slug}/outbox.csv`)).status).toBe(404)
  expect(await app.db.selectFrom('broadcasts').select(['name', 'state', 'version']).execute()).toEqual([
    { name: 'News of {event}', state: 'draft', version: 0 },
  ])
})

test('one row or fifty take the same number of queries', async () => {
  await givenSeated(app.db, event, 1)
  const [id, sent] = [await givenDraft(app.db, event), await givenSent(app.db, event)]
  await send()
  await saveOwnMessage(app.db, {
    eventId: event.id,
    kind: 'feedback',
    form: { language: 'en', subject: 'a', body: 'b', version: 0, isOn: true },
    suggested: [],
    now: NOW,
    actor: BY,
  })
  await app.db.updateTable('messages').set({ state: 'undeliverable' }).where('template', '<>', 'broadcast').execute()
  const paths = [
    base(),
    `${base()}/new`,
    `${base()}/${id}`,
    `${base()}/${id}/recipients`,
    `${base()}/${id}/recipients?list=left-out`,
    `${base()}/${sent}`,
    `${base()}/${sent}/recipients`,
    `${base()}/${sent}/preview`,
    `${base()}/outbox`,
  ]
  const one = await countQueries(app, paths)
  await givenSeated(app.db, event, 50)
  for (let at = 0; at < 20; at++) await givenSent(app.db, event)
  for (let at = 0; at < 21; at++) await send()
  await app.db.updateTable('messages').set({ state: 'undeliverable' }).where('template', '<>', 'broadcast').execute()
  expect(await countQueries(app, paths)).toEqual(one)
}, 60_000)
