import type { Browser, CDPSession, Page } from 'playwright-core'
import { openPage } from './browser.ts'

/** A connection, as the browser makes it: what a round trip costs in milliseconds, and bits a second. */
export interface Line {
  roundTrip: number
  bits: number
}

export const LINES = {
  'slow 3G': { roundTrip: 400, bits: 400_000 },
  '2G': { roundTrip: 800, bits: 280_000 },
} satisfies Record<string, Line>

export interface Step {
  name: 'event page' | 'form' | 'order page'
  /** On the wire, with the headers of each answer. */
  bytes: number
  requests: number
  /** Since the reader left the page before, in milliseconds. */
  paintedAfter: number
  loadedAfter: number
}

/** A free course of the demonstration with a question or two. */
const EVENT = 'routing-measurement-online'

let people = 0

/**
 * Somebody without anything in the cache opens an event, follows its link to the form, fills it in and sees the
 * confirmed order; what that costs step by step, and the address of the order.
 */
export async function walkJourney(
  browser: Browser,
  baseUrl: string,
  { line, language = 'en' }: { line?: Line; language?: string } = {},
): Promise<{ steps: Step[]; address: string }> {
  const event = `/${language}/events/${EVENT}`
  for (const path of [event, `${event}/register`]) await settled(baseUrl + path)
  const page = await openPage(browser, baseUrl)
  page.context().setDefaultTimeout(60_000)
  const network = await page.context().newCDPSession(page)
  await network.send('Network.enable')
  if (line) await slowDown(network, line)
  const spent = countOn(network)
  const steps: Step[] = []
  const step = async (name: Step['name'], go: () => Promise<unknown>) => {
    await Promise.all([page.waitForEvent('load'), go()])
    steps.push({ name, ...spent(), ...(await timesOf(page)) })
  }
  await step('event page', () => page.goto(event))
  await step('form', () => page.locator(`a[href="${event}/register"]`).first().click())
  await page.locator('[name="people[0].fullName"]').fill('Amina Example')
  await page.locator('[name="people[0].email"]').fill(`amina.${Date.now()}.${people++}@example.org`)
  await page.locator('[name="people[0].country"]').selectOption('KE')
  await page.locator('[name=conduct]').check()
  await step('order page', () => page.locator('form.form button.go').click())
  const address = page.url()
  if (!/\/orders\/[\dA-Z-]+\?key=/.test(address)) throw new Error(`no order, but ${address}`)
  await page.context().close()
  return { steps, address }
}

/** Those that have been asked for until then. */
const small = new Set<string>()

/**
 * Asks for a page until it is as small as it gets: who asks first after a change has a copy that was compressed in haste;
 * when it is asked for a second later there is a better one.
 */
export async function settled(url: string): Promise<void> {
  if (small.has(url)) return
  small.add(url)
  const length = async () => {
    const answer = await fetch(url, { headers: { 'Accept-Encoding': 'br' } })
    await answer.arrayBuffer()
    return Number(answer.headers.get('Content-Length'))
  }
  const first = await length()
  const until = performance.now() + 15_000
  while ((await length()) === first && performance.now() < until) await new Promise((next) => setTimeout(next, 100))
}

async function slowDown(network: CDPSession, { roundTrip, bits }: Line): Promise<void> {
  const throughput = bits / 8
  await network.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: roundTrip,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  })
}

/** Counts what goes over the wire since it was last asked. A redirect is a part of the request that it answers. */
function countOn(network: CDPSession): () => { bytes: number; requests: number } {
  const asked = new Set<string>()
  let bytes = 0
  network.on('Network.requestWillBeSent', ({ requestId, request, redirectResponse }) => {
    if (!request.url.startsWith('data:')) asked.add(requestId)
    bytes += redirectResponse?.encodedDataLength ?? 0
  })
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (asked.has(requestId)) bytes += encodedDataLength
  })
  return () => {
    const spent = { bytes, requests: asked.size }
    bytes = 0
    asked.clear()
    return spent
  }
}

async function timesOf(page: Page): Promise<{ paintedAfter: number; loadedAfter: number }> {
  const times = () => {
    const [paint] = performance.getEntriesByName('first-contentful-paint')
    const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    return paint && page!.loadEventEnd > 0 ? { paintedAfter: paint.startTime, loadedAfter: page!.loadEventEnd } : null
  }
  for (;;) {
    const known = await page.evaluate(times)
    if (known) return known
    await page.waitForTimeout(20)
  }
}
