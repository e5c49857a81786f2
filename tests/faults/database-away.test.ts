import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'
import { combineOrders } from '#app/registrations/order-combiner.server.ts'
import { shareReads } from '#app/registrations/shared-reads.server.ts'
import { connect } from '#db/connect.ts'

let app: Awaited<ReturnType<typeof testApp>>
let slug: string
const away = connect('mysql://root:a-password@127.0.0.1:1/plenary', 1)
const logged: unknown[] = []

beforeAll(async () => {
  app = await testApp()
  slug = (await givenEvent(app.db, { tickets: [{ seats: 3 }] })).slug
  Object.assign(app.services, { db: away, reads: shareReads(away), placeOrder: combineOrders(away) })
  app.services.log = { ...app.services.log, error: (...all: unknown[]) => void logged.push(all) } as never
})

afterAll(async () => {
  await away.destroy()
  await app.close()
})

test.each(['/', '/events', '/events?q=a', '/calendar', '/events.json', '/events.ics', '/sitemap.xml', '/fr/events'])(
  'while the database is away %s says so, tells nothing of the house, and the log has it once',
  async (address) => {
    logged.length = 0
    const page = await app.get(address)
    expect([500, 503]).toContain(page.status)
    expect(await page.text()).not.toMatch(/ECONN|127\.0\.0\.1|a-password|mysql|node_modules|\.tsx?:\d/i)
    expect(logged).toHaveLength(1)
    expect(JSON.stringify(logged)).not.toMatch(/a-password/)
  },
)

test('a registration form comes back with what was typed', async () => {
  logged.length = 0
  const page = await app.post(`/events/${slug}/register`, {
    'people[0].fullName': 'Nguyễn Thị Mẫu',
    'people[0].email': 'mau@example.org',
  })
  expect(page.status).toBe(503)
  const html = await page.text()
  expect(html).toContain('Nguyễn Thị Mẫu')
  expect(html).toContain('mau@example.org')
  expect(JSON.stringify(logged)).not.toMatch(/mau@example\.org|Mẫu/)
})

test('a sign-in form, too, and nobody learns more than that it did not work', async () => {
  logged.length = 0
  const page = await app.post('/signin', { email: 'mau@example.org' })
  expect([500, 503]).toContain(page.status)
  expect(await page.text()).not.toMatch(/ECONN|a-password|node_modules/)
  expect(JSON.stringify(logged)).not.toMatch(/mau@example\.org/)
})
