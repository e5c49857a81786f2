import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testServices } from '../support/app.ts'
import { createFront } from '#app/http/front.server.ts'
import { readStaticFiles } from '#app/http/static-files.ts'

let port: number
let close: () => Promise<void>
let received: Request[] = []

beforeAll(async () => {
  const given = await testServices()
  const app = async (incoming: Request) => {
    received.push(incoming)
    const text = incoming.method === 'POST' ? await incoming.text() : 'x'.repeat(5000)
    return new Response(text, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
  }
  const front = createFront(app, given.services, await readStaticFiles('public'))
  await new Promise<void>((done) => front.listen(0, '127.0.0.1', done))
  port = (front.address() as AddressInfo).port
  close = async () => {
    front.closeAllConnections()
    await new Promise((done) => front.close(done))
    await given.close()
  }
})
afterAll(() => close())

function ask(
  path: string,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string } = {},
) {
  received = []
  return new Promise<{ status: number; headers: Record<string, string | string[] | undefined>; size: number }>(
    (done, fail) => {
      const asked = request({ port, host: '127.0.0.1', path, method, headers }, (response) => {
        let size = 0
        response.on('data', (chunk: Buffer) => (size += chunk.length))
        response.on('end', () => done({ status: response.statusCode!, headers: response.headers, size }))
      })
      asked.on('error', fail)
      asked.end(body)
    },
  )
}

test('compresses with what the reader accepts, and says that it varies', async () => {
  const brotli = await ask('/', { headers: { 'Accept-Encoding': 'gzip, br' } })
  expect(brotli.headers['content-encoding']).toBe('br')
  expect(brotli.headers.vary).toContain('Accept-Encoding')
  expect(brotli.size).toBeLessThan(100)
  expect((await ask('/', { headers: { 'Accept-Encoding': 'br;q=0, gzip' } })).headers['content-encoding']).toBe('gzip')
  expect((await ask('/')).size).toBe(5000)
})

test('serves a file with a strong tag and answers 304', async () => {
  const file = await ask('/favicon.svg')
  expect(file.headers['content-type']).toBe('image/svg+xml')
  const again = await ask('/favicon.svg', { headers: { 'If-None-Match': String(file.headers.etag) } })
  expect(again.status).toBe(304)
  expect(again.size).toBe(0)
})

test.each([
  ['//evil.example/x', 'http://plenary.test'],
  ['/events?q=%E0%A4%A', 'http://plenary.test'],
])('keeps to our own origin: %s', async (path, origin) => {
  await ask(path, { headers: { Host: 'evil.example' } })
  expect(new URL(received[0]!.url).origin).toBe(origin)
})

test.each(['/%E0%A4%A', '/%ff', '/fr/events/%', '/a\\b', 'http://evil.example/'])(
  'refuses an address that cannot be read: %s',
  async (path) => {
    const answer = await ask(path)
    expect(answer.status).toBe(400)
    expect(received).toHaveLength(0)
  },
)

test('refuses other methods and bodies that are too large', async () => {
  expect((await ask('/', { method: 'DELETE' })).status).toBe(405)
  // Its body never comes, so the connection is of no use to a later request.
  const headers = { 'Content-Length': '99999999', Connection: 'close' }
  const promised = await ask('/', { method: 'POST', headers }).catch(() => ({ status: 413 }))
  expect(promised.status).toBe(413)
})

test('lets nobody frame or run what is no page', async () => {
  for (const answer of [
    await ask('/favicon.svg'),
    await ask('/%ff'),
    await ask('/', { method: 'PUT' }),
    await ask('/', { method: 'POST', body: 'x'.repeat(9_000_000) }),
  ]) {
    expect(answer.headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
  }
})

test('a body that is too large is read and dropped, so that the answer arrives', async () => {
  const answer = await ask('/', { method: 'POST', body: 'x'.repeat(9_000_000) })
  expect(answer.status).toBe(413)
})

test('hands a form on as it came', async () => {
  const answer = await ask('/', {
    method: 'POST',
    body: 'name=Ng',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  })
  expect(answer.size).toBe(7)
})
