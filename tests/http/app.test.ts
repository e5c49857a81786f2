import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp } from '#tests/support/app.ts'

let app: Awaited<ReturnType<typeof testApp>>
const logged: unknown[] = []

beforeAll(async () => {
  app = await testApp()
  app.services.log = { ...app.services.log, error: (...all: unknown[]) => void logged.push(all) } as never
})

afterAll(() => app.close())

test.each(['/events.data', '/_root.data', '/fr/events.data', '/me.data', '/events.data?_routes=root'])(
  'gives away no data behind a page: %s',
  async (address) => {
    const page = await app.get(address)
    expect(page.status).toBe(404)
    expect(page.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
  },
)

test('asked for the data of one loader, answers with the page', async () => {
  const page = await app.get('/fr/events?_data=root&q=a')
  expect(page.status).toBe(200)
  expect(page.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
  expect(logged).toEqual([])
})

test('an expected answer is no fault: the log stays silent', async () => {
  expect((await app.post('/nowhere', { a: 'b' })).status).toBe(405)
  expect((await app.get('/nowhere')).status).toBe(404)
  expect((await app.post('/signin', { '__proto__.x': '1' })).status).toBe(400)
  expect(logged).toEqual([])
})

test('what may depend on who asks is kept by nobody else', async () => {
  expect((await app.get('/events')).headers.get('Cache-Control') ?? '').not.toContain('public')
  app.setCookie('plenary_sign_in', 'A'.repeat(32))
  expect((await app.get('/events')).headers.get('Cache-Control')).toMatch(/private|no-store/)
  app.forgetCookies()
})

test('a redirect, which shows nothing, says where it leads and of safety what holds on the way', async () => {
  const { status, headers } = await app.get('/me')
  expect([status, headers.get('Location'), await (await app.get('/me')).text()]).toEqual([303, expect.any(String), ''])
  expect(
    [...headers.keys()].filter((name) => !/^(x-request-id|location|set-cookie|cache-control)$/.test(name)),
  ).toEqual(['cross-origin-opener-policy'])
})

test('every answer, errors too, forbids frames', async () => {
  for (const address of ['/', '/nowhere', '/signin', '/events.ics', '/signin/link/x', '/orders/x']) {
    const { headers } = await app.get(address)
    expect([address, headers.get('Content-Security-Policy')]).toEqual([
      address,
      expect.stringContaining("frame-ancestors 'none'"),
    ])
  }
})
