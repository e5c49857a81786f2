import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { countQueries } from '../organize/count-queries.ts'
import { bumpContentVersion } from '#app/events/event-changed.server.ts'
import { testApp } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'

let app: Awaited<ReturnType<typeof testApp>>
let slug: string
let paths: string[]

beforeAll(async () => {
  app = await testApp()
  const event = await givenEvent(app.db, { tickets: [{ seats: 5 }] })
  slug = event.slug
  const { series } = await app.db
    .selectFrom('events')
    .innerJoin('series', 'series.id', 'events.seriesId')
    .select('series.slug as series')
    .where('events.id', '=', event.id)
    .executeTakeFirstOrThrow()
  paths = ['/en', '/en/events', `/en/events/${slug}`, `/en/events/${slug}/register`, `/en/series/${series}`]
})
afterAll(() => app.close())
beforeEach(() => bumpContentVersion(app.db))

/** Whether the content has changed, for each part of the page; and what the tickets that a form begins with cost. */
const ASKED = 2
const PRICED = 4

describe('public pages that are made again', () => {
  it('ask whether anything has changed, and little else', async () => {
    for (const path of paths) {
      await bumpContentVersion(app.db)
      const first = await countQueries(app, [path])
      const again = await countQueries(app, [path])
      expect(first[path], path).toBeGreaterThan(ASKED)
      expect(again[path], path).toBeLessThanOrEqual(ASKED + (path.endsWith('/register') ? PRICED : 0))
    }
  })

  it('say the same as when everything was read, in each language', async () => {
    for (const path of paths.map((one) => one.replace('/en', '')))
      for (const language of ['en', 'fr', 'ar']) {
        const read = async () => {
          const html = await (await app.get(`/${language}${path}`)).text()
          return html.replace(/name="formKey" value="[^"]*"/, '')
        }
        expect(await read()).toBe(await read())
      }
  })

  it('are made anew when something has changed', async () => {
    const title = async (text: string) => {
      await app.db.updateTable('eventTexts').set({ title: text }).execute()
      await bumpContentVersion(app.db)
    }
    for (const text of ['Peering forum', 'Routing forum']) {
      await title(text)
      for (const path of paths) expect(await (await app.get(path)).text(), path).toContain(text)
    }
  })

  it('show nobody what was read for one who may see more', async () => {
    await app.db.updateTable('events').set({ status: 'draft', publishedAt: null }).where('slug', '=', slug).execute()
    await bumpContentVersion(app.db)
    expect((await app.get(`/en/events/${slug}`)).status).toBe(404)
  })
})
