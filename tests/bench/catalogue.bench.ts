import { ask } from './bare.ts'
import type { Bench } from './bench.ts'
import { besideBare } from './beside-bare.ts'
import { FLAGGED, SERVER, SURROUNDINGS } from './server-command.ts'
import { startServer } from '../support/running-server.ts'
import { settled } from '../support/walk-journey.ts'

const PAGES = {
  'front page': '/en',
  catalogue: '/en/events',
  'event page': '/en/events/inet-2027',
  'form to register': '/en/events/inet-2027/register',
}
const BROTLI = { 'Accept-Encoding': 'br' }
const PLAIN = { 'Accept-Encoding': 'identity' }

/**
 * Pages of the demonstration catalogue: kept, and "nothing has changed", beside a bare server that sends the same bytes;
 * and made anew each time, of what is in memory or of what the database says, beside React that renders the same.
 */
export const run: Bench = async (print) => {
  const server = await startServer(SERVER, { ...SURROUNDINGS, WORKERS: 'none' })
  const script = new URL('./kept-off-server.ts', import.meta.url).pathname
  const making = await startServer([...FLAGGED, script], SURROUNDINGS, server.folder)
  const reading = await startServer([...FLAGGED, script, 'reading'], SURROUNDINGS, server.folder)
  const database = 'sqlite'
  const http = { server, way: 'bytes', bare: 'bare node:http', database } as const
  try {
    for (const [name, path] of Object.entries(PAGES)) {
      await settled(server.url + path)
      const { headers, body } = await ask(server.url + path, BROTLI)
      print({ figure: `${name}, brotli`, value: body.length, unit: 'bytes', better: 'lower', database })
      await besideBare(print, { ...http, path, headers: BROTLI, name: `${name}, kept` })
      const known = { ...BROTLI, 'If-None-Match': headers.etag ?? '' }
      if (headers.etag) await besideBare(print, { ...http, path, headers: known, status: 304, name: `${name}, 304` })
      const made = { server: making, path, headers: PLAIN, name: `${name}, made`, database } as const
      const components = { way: 'components', bare: 'React of the same components' } as const
      await besideBare(print, { ...made, ...components })
      await besideBare(print, { ...made, ...components, server: reading, name: `${name}, made with all queries` })
      await besideBare(print, { ...made, way: 'elements', bare: 'React of its elements' })
    }
  } finally {
    for (const one of [server, making, reading]) await one.stop()
    await server.remove()
  }
}
