import { type Bench, rounded } from './bench.ts'
import { openBrowser } from '../support/browser.ts'
import { findChromium } from '../support/chromium.ts'
import { startServer } from '../support/running-server.ts'
import { LINES, settled, type Step, walkJourney } from '../support/walk-journey.ts'

const PAGES = { 'front page': '/en', catalogue: '/en/events', 'largest event page': '/en/events/inet-2027' }
const LANGUAGES = ['en', 'fr', 'ar']
const shared = { better: 'lower', database: 'sqlite' } as const

/** What a first visit costs in bytes, and how long it takes on slow lines, from an event to the confirmed order. */
export const run: Bench = async (print) => {
  if (!findChromium()) throw new Error('bytes are counted in a Chromium, and there is none; CHROMIUM names one')
  const server = await startServer([process.execPath, 'server.ts'], { NODE_ENV: 'production' })
  const browser = await openBrowser()
  try {
    for (const [name, path] of Object.entries(PAGES)) {
      await settled(server.url + path)
      const answer = await fetch(server.url + path, { headers: { 'Accept-Encoding': 'br' } })
      await answer.arrayBuffer()
      print({
        figure: `${name}, brotli`,
        value: Number(answer.headers.get('Content-Length')),
        unit: 'bytes',
        ...shared,
      })
    }
    for (const language of LANGUAGES) {
      const { steps } = await walkJourney(browser, server.url, { language })
      for (const { name, bytes } of [...steps, journeyOf(steps)])
        print({ figure: `${name}, ${language}, with headers`, value: bytes, unit: 'bytes', ...shared })
      if (language === 'en')
        print({ figure: 'journey, requests', value: journeyOf(steps).requests, unit: 'requests', ...shared })
    }
    for (const [lineName, line] of Object.entries(LINES)) {
      const { steps } = await walkJourney(browser, server.url, { line })
      for (const { name, paintedAfter, loadedAfter } of [...steps, journeyOf(steps)]) {
        print({ figure: `${name} on ${lineName}, painted`, value: rounded(paintedAfter), unit: 'ms', ...shared })
        print({ figure: `${name} on ${lineName}, loaded`, value: rounded(loadedAfter), unit: 'ms', ...shared })
      }
    }
  } finally {
    await browser.close()
    await server.stop()
    await server.remove()
  }
}

function journeyOf(steps: Step[]): Omit<Step, 'name'> & { name: string } {
  const sum = (of: (step: Step) => number) => steps.reduce((total, step) => total + of(step), 0)
  return {
    name: 'journey',
    bytes: sum(({ bytes }) => bytes),
    requests: sum(({ requests }) => requests),
    paintedAfter: sum(({ paintedAfter }) => paintedAfter),
    loadedAfter: sum(({ loadedAfter }) => loadedAfter),
  }
}
