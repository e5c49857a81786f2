import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenManyEvents } from '#tests/events/catalogue/many-events.ts'
import { testApp } from '#tests/support/app.ts'

/** What arrives before the first answer of the reader's machine: ten segments (RFC 6928). */
const FIRST_FLIGHT = 14_336
const STYLESHEET = 7168

let app: Awaited<ReturnType<typeof testApp>>

beforeAll(async () => {
  app = await testApp()
  await givenManyEvents(app.db, 1000)
})

afterAll(() => app.close())

test.each([
  '/',
  '/ar',
  '/events',
  '/fr/events?when=past',
  '/events?q=nairobi&when=all',
  '/series/ntw',
  '/nowhere',
  '/calendar',
  '/ar/calendar',
  '/fr/calendar?when=all',
])('a first visit to %s fits into the first flight', async (address) => {
  const html = await (await app.get(address)).text()
  const href = /<link rel="stylesheet" href="([^"]+)"/.exec(html)![1]!
  const folder = resolve(process.env.PLENARY_BUILD_DIR ?? 'build', 'client')
  const [page, style] = [weightOf(Buffer.from(html)), weightOf(await readFile(folder + href))]
  process.stdout.write(`${address}: ${page} bytes and ${style} of style, brotli\n`)
  expect(page + style).toBeLessThanOrEqual(FIRST_FLIGHT)
  expect(style).toBeLessThanOrEqual(STYLESHEET)
  expect(html).not.toContain('<script')
})

function weightOf(bytes: Buffer): number {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length
}
