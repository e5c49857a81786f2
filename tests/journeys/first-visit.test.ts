import { expect, test } from 'vitest'
import { openPage } from '../support/browser.ts'
import { withDemonstration } from '../support/demonstration.ts'
import { LINES, walkJourney } from '../support/walk-journey.ts'

const site = withDemonstration()

/** On the wire, with the headers of every answer: what the issue promises. */
const EVENT_PAGE = 11_264
const JOURNEY = 20_480

test.each(['en', 'fr', 'ar'])(
  'from the event page to the confirmed order it is one request a page and 20 KB in %s',
  async (language) => {
    const { steps } = await walkJourney(site.browser(), site.url(), { language })
    process.stdout.write(`${language}: ${steps.map(({ name, bytes }) => `${name} ${bytes}`).join(', ')} bytes\n`)
    expect(steps.map(({ name, requests }) => [name, requests])).toEqual([
      ['event page', 1],
      ['form', 1],
      ['order page', 1],
    ])
    expect(steps[0]!.bytes).toBeLessThanOrEqual(EVENT_PAGE)
    expect(steps.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(JOURNEY)
  },
)

test.each(['en', 'fr', 'ar'])('the largest event page is one request of 11 KB in %s', async (language) => {
  const page = await openPage(site.browser(), site.url())
  const network = await page.context().newCDPSession(page)
  await network.send('Network.enable')
  const sizes: number[] = []
  network.on('Network.loadingFinished', ({ encodedDataLength }) => sizes.push(encodedDataLength))
  await page.goto(`/${language}/events/inet-2027`)
  process.stdout.write(`${language}: ${String(sizes)} bytes\n`)
  // An icon that stands in the page counts nothing.
  expect(sizes.filter((size) => size > 0)).toHaveLength(1)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(EVENT_PAGE)
})

test('no page keeps a reader on 2G waiting for a second round trip', async () => {
  const line = LINES['2G']
  const { steps } = await walkJourney(site.browser(), site.url(), { line })
  process.stdout.write(
    `2G: ${steps.map(({ name, loadedAfter }) => `${name} ${Math.round(loadedAfter)}`).join(', ')} ms\n`,
  )
  for (const { name, bytes, loadedAfter } of steps) {
    // A form that is sent is redirected, which is a round trip of its own; the rest is what a machine is busy with.
    const roundTrips = name === 'order page' ? 2 : 1
    expect(loadedAfter).toBeLessThan(roundTrips * line.roundTrip + (bytes * 8000) / line.bits + line.roundTrip)
  }
})
