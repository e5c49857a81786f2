import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenManyEvents } from '#tests/events/catalogue/many-events.ts'
import { testApp } from '#tests/support/app.ts'
import { givenAccount } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'

/** The best of many tries says what the machine can do whatever else runs on it. */
const BOUND = 200
const TRIES = 8
const PATIENCE = 15_000

let app: Awaited<ReturnType<typeof testApp>>

beforeAll(async () => {
  app = await testApp()
  await givenManyEvents(app.db, 2000)
  const { accountId } = await givenAccount(app.db, 'office@plenary.example', [
    { role: 'organizer', scope: 'installation' },
  ])
  await signInAs(app, accountId)
})

afterAll(() => app.close())

test('with 2,000 events the pages that list them answer in under 200 ms', async () => {
  const { slug } = await app.db.selectFrom('events').select('slug').orderBy('firstOn', 'desc').executeTakeFirstOrThrow()
  const pages = ['', '?page=40', '?q=routing', '?when=past&series=ntw', '/new', '/templates']
  const own = ['clone', 'details', 'related?q=routing', 'travel'].map((page) => `/${slug}/${page}`)
  for (const page of [...pages, ...own]) {
    let best = Infinity
    const begun = performance.now()
    for (let at = 0; at < TRIES || (best >= BOUND && performance.now() - begun < PATIENCE); at++) {
      const start = performance.now()
      const response = await app.get(`/organize${page}`)
      await response.text()
      expect(response.status, page).toBe(200)
      best = Math.min(best, performance.now() - start)
    }
    process.stdout.write(`2,000 events, /organize${page}: ${best.toFixed(0)} ms\n`)
    expect(best, page).toBeLessThan(BOUND)
  }
}, 300_000)
