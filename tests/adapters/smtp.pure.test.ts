import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { aMail, MESSAGE_ID } from './a-mail.ts'
import { smtpServer } from '#tests/support/smtp-server.ts'
import { createSmtpMailer } from '#app/adapters/smtp.ts'
import type { Mailer } from '#app/mail/mailer.ts'

let server: Awaited<ReturnType<typeof smtpServer>>
let mailer: Mailer

beforeEach(async () => {
  server = await smtpServer()
  mailer = createSmtpMailer(server.url)
})

afterEach(async () => {
  await mailer.close()
  await server.close()
})

const patient = () => AbortSignal.timeout(15_000)

test('hands a mail to the server, whole', async () => {
  expect(await mailer.deliver(aMail(), patient())).toEqual({ state: 'sent', response: expect.stringContaining('250') })
  const [mail] = server.received
  expect(mail).toMatchObject({ from: 'plenary@plenary.example', to: ['zoe@example.org'] })
  expect(mail!.raw).toContain(`Message-ID: ${MESSAGE_ID}`)
  expect(mail!.raw).toContain('Auto-Submitted: auto-generated')
})

test.each([
  [550, 'recipient', 'refused'],
  [554, 'content', 'refused'],
  [451, 'recipient', 'deferred'],
  [452, 'content', 'deferred'],
  [550, 'sender', 'deferred'],
] as const)('an answer %i about the %s: %s', async (refuse, at, state) => {
  server.be({ refuse, at })
  const delivery = await mailer.deliver(aMail(), patient())
  expect(delivery).toMatchObject({ state, reason: expect.stringContaining(String(refuse)) })
})

test('a refused sign-in is the operator’s to mend, and no fault of the mail', async () => {
  server.be({ refuse: 535, at: 'sign-in' })
  const locked = createSmtpMailer(server.url.replace('smtp://', 'smtp://me:wrong@'))
  expect(await locked.deliver(aMail(), patient())).toMatchObject({ state: 'deferred' })
  await locked.close()
})

test('a line that drops after the data leaves the outcome open', async () => {
  server.be('drop-after-data')
  expect(await mailer.deliver(aMail(), patient())).toMatchObject({ state: 'deferred' })
  expect(server.received).toHaveLength(1)
})

test('a line that is cut while sending', async () => {
  const content = 'x'.repeat(20_000_000)
  const attachments = [{ filename: 'large.txt', contentType: 'text/plain', content }]
  const delivery = mailer.deliver(aMail({ attachments }), patient())
  setTimeout(() => server.dropAll(), 60)
  expect(await delivery).toMatchObject({ state: 'deferred' })
  server.be(null)
  expect(await mailer.deliver(aMail(), patient())).toMatchObject({ state: 'sent' })
})

test('a server that drips its answer is left when told', async () => {
  server.be('drip')
  const began = performance.now()
  expect(await mailer.deliver(aMail(), AbortSignal.timeout(700))).toMatchObject({ state: 'deferred' })
  expect(performance.now() - began).toBeLessThan(5000)
})

test('no server at all', async () => {
  const nowhere = createSmtpMailer('smtp://127.0.0.1:1')
  expect(await nowhere.deliver(aMail(), patient())).toMatchObject({ state: 'deferred' })
  await nowhere.close()
})

describe('an address is never parsed', () => {
  test.each([
    'x@e.org\r\nRCPT TO:<z@e.org>',
    'a@e.org, b@e.org',
    '<a@e.org>',
    'nobody',
    'a\u0000@e.org',
    'a@e.org\u2028',
  ])('%j', async (address) => {
    const delivery = await mailer.deliver(aMail({ to: { name: 'X', address } }), patient())
    expect(delivery.state).toBe('refused')
    expect(server.received).toEqual([])
  })
})
