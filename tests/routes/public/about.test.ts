import { afterAll, beforeAll, expect, test } from 'vitest'
import { testApp } from '#tests/support/app.ts'
import { CONDUCT_VERSION } from '#app/people/conduct.ts'

let app: Awaited<ReturnType<typeof testApp>>

beforeAll(async () => {
  app = await testApp()
})

afterAll(() => app.close())

const PAGES = ['accessibility', 'privacy', 'conduct', 'contact', 'data']

test.each(PAGES.flatMap((page) => ['', '/fr', '/ar'].map((prefix) => [prefix, page])))(
  '%s/about/%s is whole',
  async (prefix, name) => {
    const page = await app.get(`${prefix}/about/${name}`)
    const text = await page.text()
    expect([page.status, page.headers.getSetCookie()]).toEqual([200, []])
    expect(text.match(/<h1/g)).toHaveLength(1)
    expect(text.match(/<h2/g)!.length).toBeGreaterThan(3)
    expect(text).not.toMatch(/\{\{|page\.[a-z]+\.|<script/)
  },
)

test('every address of ours that they name is there', async () => {
  for (const name of PAGES) {
    const text = await (await app.get(`/fr/about/${name}`)).text()
    const main = text.slice(text.indexOf('<main'), text.indexOf('</main>'))
    for (const [, address] of main.matchAll(/href="(\/[^"]*)"/g)) {
      const { status } = await app.get(address!)
      expect([address, status < 400]).toEqual([address, true])
    }
  }
})

test('the code of conduct says its version', async () => {
  expect(await (await app.get('/about/conduct')).text()).toContain(`dateTime="${CONDUCT_VERSION}"`)
})

test.each(['nothing', 'constructor', '__proto__', 'toString', 'privacy.json', '%00'])(
  '/about/%s is not',
  async (name) => {
    const { status } = await app.get(`/about/${name}`)
    expect([400, 404]).toContain(status)
  },
)
