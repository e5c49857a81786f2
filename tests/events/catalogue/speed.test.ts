import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenManyEvents } from './many-events.ts'
import { findEvents } from '#app/events/catalogue-queries.server.ts'
import { parseFilters } from '#app/events/catalogue/filters.ts'
import { NOW, testServices } from '#tests/support/app.ts'

/**
 * Milliseconds for the best of many tries, which says what the machine can do whatever else runs on it. A machine that
 * is busy with other things is asked again and again, for some seconds, before it is called too slow. The aim is 30 ms
 * among 100,000 events (`npm run bench search`); a tenth of them take far less where nothing else runs.
 */
const SEARCH_BOUND = 30
const PAGE_BOUND = 60
const TRIES = 15
const PATIENCE = 4000

let services: Awaited<ReturnType<typeof testServices>>

beforeAll(async () => {
  services = await testServices()
  await givenManyEvents(services.db, 10_000)
})

afterAll(() => services.close())

test.each([
  ['one place', 'q=nairobi&when=all'],
  ['two words, without an accent', 'q=routing+bogota&when=all'],
  ['the beginning of a word that one event in six has', 'q=measur&when=all'],
  ['a word that every event has', 'q=practice&when=all'],
  ['a single letter', 'q=p&when=all'],
  ['nothing but the time', 'when=past'],
  ['topic and language', 'topic=dns&language=fr&when=all'],
  ['words and filters', 'q=kathmandu&series=ntw&format=onsite&when=past'],
])('10,000 events are searched quickly by %s', async (name, query) => {
  const filters = parseFilters(new URLSearchParams(query))
  const { total } = await findEvents(services.services, filters, NOW, 'en')
  const search = await timesOf(SEARCH_BOUND, () => services.services.catalogue.find(filters, NOW, { limit: 25 }))
  const page = await timesOf(PAGE_BOUND, () => findEvents(services.services, filters, NOW, 'en'))
  process.stdout.write(`10,000 events, ${name}: ${total} found, search ${search.text}, whole page ${page.text}\n`)
  expect(total).toBeGreaterThan(0)
  expect(search.best).toBeLessThan(SEARCH_BOUND)
  expect(page.best).toBeLessThan(PAGE_BOUND)
})

async function timesOf(bound: number, run: () => Promise<unknown>): Promise<{ best: number; text: string }> {
  const times: number[] = []
  const begun = performance.now()
  while (times.length < TRIES || (Math.min(...times) >= bound && performance.now() - begun < PATIENCE)) {
    const start = performance.now()
    await run()
    times.push(performance.now() - start)
  }
  times.sort((one, other) => one - other)
  const best = times[0]!
  return { best, text: `${best.toFixed(1)} ms (median ${times[Math.floor(times.length / 2)]!.toFixed(1)})` }
}
