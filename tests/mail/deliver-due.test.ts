import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aMailer, givenLinkMail, portsOf, SENT, theMessage } from './a-mailer.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { smtpServer } from '#tests/support/smtp-server.ts'
import { createSmtpMailer } from '#app/adapters/smtp.ts'
import { deliverDue } from '#app/mail/deliver-due.server.ts'
import { leaseMessages } from '#app/mail/lease-messages.server.ts'
import { MAXIMUM_ATTEMPTS } from '#app/mail/retry-delay.ts'
import { tryAgain } from '#app/mail/try-again.server.ts'
import type { Mailer } from '#app/mail/mailer.ts'
import { addMinutes, epochMilliseconds } from '#app/values/moment.ts'
import { connect } from '#db/connect.ts'

let test_: Awaited<ReturnType<typeof testServices>>
beforeEach(async () => {
  test_ = await testServices()
})
afterEach(() => test_.close())

const deliver = (mailer: Mailer, now = NOW, stop?: AbortSignal) =>
  deliverDue(test_.db, portsOf(test_.services, mailer), { now, ...(stop ? { stop } : {}) })

const minutesUntil = (then: string) => (epochMilliseconds(then) - epochMilliseconds(NOW)) / 60_000

test('what is due is sent once, and nothing is left', async () => {
  await givenLinkMail(test_.db)
  const { mailer, delivered } = aMailer()
  expect(await deliver(mailer)).toMatchObject({ sent: 1 })
  expect(await deliver(mailer, addMinutes(NOW, 600))).toMatchObject({ sent: 0 })
  expect(delivered).toHaveLength(1)
  const message = await theMessage(test_.db)
  expect(message).toMatchObject({ state: 'sent', sentAt: NOW, attempts: 1, leasedUntil: null })
  expect(delivered[0]!.messageId).toBe(`<${message.id}@plenary.example>`)
})

describe('by a real mail server', () => {
  let server: Awaited<ReturnType<typeof smtpServer>>
  let mailer: Mailer
  beforeEach(async () => {
    server = await smtpServer()
    mailer = createSmtpMailer(server.url)
    await givenLinkMail(test_.db)
  })
  afterEach(async () => {
    await mailer.close()
    await server.close()
  })

  test('taken', async () => {
    await deliver(mailer)
    expect(await theMessage(test_.db)).toMatchObject({ state: 'sent', lastError: null })
  })

  test('refused for good: it rests where somebody sees it, with the reason and without the address', async () => {
    server.be({ refuse: 550, at: 'recipient' })
    await deliver(mailer)
    const message = await theMessage(test_.db)
    expect(message).toMatchObject({ state: 'undeliverable', lastError: expect.stringContaining('550') })
    const audit = await test_.db.selectFrom('auditEntries').selectAll().execute()
    expect(audit).toMatchObject([{ action: 'message.undeliverable', objectId: message.id }])
    expect(JSON.stringify(audit)).not.toContain('zoe@example.org')
  })

  test.each([
    { refuse: 451, at: 'recipient' } as const,
    { refuse: 550, at: 'sender' } as const,
    'drop-after-data' as const,
  ])('%j: tried again, with the same Message-ID', async (mood) => {
    server.be(mood)
    await deliver(mailer)
    const message = await theMessage(test_.db)
    expect(message).toMatchObject({ state: 'waiting', attempts: 1, leasedUntil: null })
    expect(minutesUntil(message.dueAt)).toBeGreaterThanOrEqual(1)
    expect(minutesUntil(message.dueAt)).toBeLessThanOrEqual(1.2)
    server.be(null)
    await deliver(mailer, addMinutes(NOW, 2))
    expect(await theMessage(test_.db)).toMatchObject({ state: 'sent', attempts: 2 })
    for (const { raw } of server.received) expect(raw).toContain(`Message-ID: <${message.id}@plenary.example>`)
  })
})

test('two processes share the work and send nothing twice', async () => {
  for (let number = 0; number < 30; number++) await givenLinkMail(test_.db, `person-${number}@example.org`)
  const other = connect(test_.services.config.databaseUrl, 2)
  const { mailer, delivered } = aMailer(async () => {
    await new Promise((done) => setTimeout(done, 2))
    return SENT
  })
  const ports = portsOf(test_.services, mailer)
  const work = async (db: typeof other) => {
    while ((await deliverDue(db, ports, { now: NOW })).sent > 0);
  }
  await Promise.all([work(test_.db), work(other)])
  await other.destroy()
  // One of the two may have come away empty-handed from a race and stopped; nothing is lost by that.
  await work(test_.db)
  expect(new Set(delivered.map(({ messageId }) => messageId)).size).toBe(30)
  expect(delivered).toHaveLength(30)
})

test('a process that dies after sending: sent again later, recognisably the same', async () => {
  await givenLinkMail(test_.db)
  const { mailer, delivered } = aMailer()
  const [leased] = await leaseMessages(test_.db, { now: NOW, limit: 10 })
  expect(leased!.state).toBe('sending')
  expect(await deliver(mailer, addMinutes(NOW, 4))).toMatchObject({ sent: 0 })
  expect(await deliver(mailer, addMinutes(NOW, 6))).toMatchObject({ sent: 1 })
  expect(delivered.map(({ messageId }) => messageId)).toEqual([`<${leased!.id}@plenary.example>`])
  expect(await theMessage(test_.db)).toMatchObject({ state: 'sent', attempts: 2 })
})

test('a slow process does not undo what another did after its lease was over', async () => {
  await givenLinkMail(test_.db)
  const slow = aMailer(async () => {
    await deliver(aMailer().mailer, addMinutes(NOW, 6))
    return { state: 'refused', reason: '550' }
  })
  await deliver(slow.mailer)
  expect(await theMessage(test_.db)).toMatchObject({ state: 'sent', attempts: 2 })
})

test('tries grow apart, and after three days somebody has to look', async () => {
  await givenLinkMail(test_.db)
  const { mailer } = aMailer(() => ({ state: 'deferred', reason: 'ECONNECTION: zoe@example.org cannot be reached' }))
  const pauses: number[] = []
  let now = NOW
  for (let attempt = 1; attempt <= MAXIMUM_ATTEMPTS; attempt++) {
    await deliver(mailer, now)
    const message = await theMessage(test_.db)
    expect(message.attempts).toBe(attempt)
    if (message.state !== 'waiting') break
    pauses.push((epochMilliseconds(message.dueAt) - epochMilliseconds(now)) / 60_000)
    now = message.dueAt
  }
  const atLeast = [1, 5, 15, 60, 240, 720, 720, 720, 720, 720, 720]
  expect(pauses).toHaveLength(atLeast.length)
  for (const [at, pause] of pauses.entries()) {
    expect(pause).toBeGreaterThanOrEqual(atLeast[at]!)
    expect(pause).toBeLessThanOrEqual(atLeast[at]! * 1.21)
  }
  expect(minutesUntil(now)).toBeGreaterThan(3 * 24 * 60)
  const message = await theMessage(test_.db)
  expect(message).toMatchObject({ state: 'undeliverable', lastError: 'ECONNECTION: … cannot be reached' })

  const actor = { kind: 'operator' as const }
  expect(await tryAgain(test_.db, { messageId: message.id, actor, now })).toEqual({ ok: true, value: undefined })
  expect(await tryAgain(test_.db, { messageId: message.id, actor, now })).toMatchObject({ ok: false })
  await deliver(aMailer().mailer, now)
  expect(await theMessage(test_.db)).toMatchObject({ state: 'sent', attempts: 1 })
})

test('what cannot be written is told once and tried again; the others go out', async () => {
  await givenLinkMail(test_.db, 'one@example.org')
  await givenLinkMail(test_.db, 'two@example.org')
  await test_.db
    .updateTable('messages')
    .set({ template: 'unheard-of' })
    .where('recipientKey', '=', 'one@example.org')
    .execute()
  const ports = portsOf(test_.services, aMailer().mailer)
  expect(await deliverDue(test_.db, ports, { now: NOW })).toMatchObject({ sent: 1, waiting: 1 })
  expect(ports.faults).toHaveLength(1)
})

test('when told to stop, what is under way is given back as if never tried', async () => {
  await givenLinkMail(test_.db)
  const stop = new AbortController()
  const { mailer } = aMailer(
    (_mail, signal) =>
      new Promise((resolve) =>
        signal.addEventListener('abort', () => resolve({ state: 'deferred', reason: 'EABORT' })),
      ),
  )
  const delivering = deliver(mailer, NOW, stop.signal)
  setTimeout(() => stop.abort(), 50)
  await delivering
  expect(await theMessage(test_.db)).toMatchObject({ state: 'waiting', attempts: 0, dueAt: NOW, leasedUntil: null })
})

test('a mail to somebody who was erased is not sent', async () => {
  await givenLinkMail(test_.db)
  await test_.db.updateTable('messages').set({ recipientEmail: '', recipientName: '' }).execute()
  const { mailer, delivered } = aMailer()
  expect(await deliver(mailer)).toMatchObject({ withdrawn: 1 })
  expect(delivered).toEqual([])
})
