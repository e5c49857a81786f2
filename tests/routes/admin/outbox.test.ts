import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aMail } from '#tests/adapters/a-mail.ts'
import { testApp } from '#tests/support/app.ts'

let folder: string
let app: Awaited<ReturnType<typeof testApp>>

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outbox-'))
  app = await testApp({ DATA_DIR: folder })
})
afterEach(async () => {
  await app.close()
  await rm(folder, { recursive: true })
})

async function send(given: Parameters<typeof aMail>[0] = {}) {
  const delivery = await app.services.mailer.deliver(aMail(given), new AbortController().signal)
  if (delivery.state !== 'sent') throw new Error(delivery.reason)
  return delivery.response
}

test('an empty outbox says why and what to do', async () => {
  const response = await app.get('/outbox')
  expect(response.status).toBe(200)
  expect(await response.text()).toContain('Nothing has been sent yet')
})

test('mails are listed and opened', async () => {
  const file = await send()
  expect(await (await app.get('/outbox')).text()).toContain(`href="/outbox/${file}"`)
  const page = await (await app.get(`/outbox/${file}`)).text()
  expect(page).toContain('zoe@example.org')
  expect(page).toContain('desk@plenary.example')
  expect(page).toContain(`src="/outbox/${file}/html"`)
  expect(page).toContain('P7KQ-4M2X')
  expect(page).not.toContain('style=')
})

test('the HTML of a mail stands under a policy of its own, in a frame that may do nothing', async () => {
  const html = '<html><head></head><body><script>alert(1)</script></body></html>'
  const response = await app.get(`/outbox/${await send({ html })}/html`)
  expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
  const policy = response.headers.get('Content-Security-Policy')!
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain('sandbox allow-top-navigation-by-user-activation')
  expect(policy).not.toContain('script-src')
  const page = await app.get('/outbox')
  expect(page.headers.get('Content-Security-Policy')).not.toContain('unsafe-inline')
})

test('what is attached is downloaded, never shown', async () => {
  const file = await send({
    attachments: [{ filename: 'évil"\r\n.html', contentType: 'text/html', content: '<script>alert(1)</script>' }],
  })
  const response = await app.get(`/outbox/${file}/attachment-1`)
  expect(response.status).toBe(200)
  expect(response.headers.get('Content-Disposition')).toMatch(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''/)
  const source = await app.get(`/outbox/${file}/source`)
  expect(source.headers.get('Content-Type')).toBe('message/rfc822')
  expect(await source.text()).toContain('Message-ID:')
})

test('an invitation is shown as what calendars take in', async () => {
  const content = 'BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n'
  const file = await send({ attachments: [], invitation: { method: 'CANCEL', content } })
  const page = await (await app.get(`/outbox/${file}`)).text()
  expect(page).toContain('for calendars: CANCEL')
  expect(await (await app.get(`/outbox/${file}/attachment-1`)).text()).toBe(content)
})

test('nothing else is found there', async () => {
  const file = await send()
  for (const path of [
    '/outbox/nothing.eml',
    '/outbox/..%2F..%2Fetc%2Fpasswd',
    '/outbox/..%2Fplenary.sqlite',
    `/outbox/${file}/attachment-9`,
    `/outbox/${file}/secret`,
    '/outbox/nothing.eml/source',
  ])
    expect((await app.get(path)).status, path).toBe(404)
})

test('where mail leaves by SMTP there is no outbox', async () => {
  const other = await testApp({ DATA_DIR: folder, SMTP_URL: 'smtp://127.0.0.1:2525' })
  for (const path of ['/outbox', '/outbox/x.eml', '/outbox/x.eml/html'])
    expect((await other.get(path)).status, path).toBe(404)
  await other.close()
})
