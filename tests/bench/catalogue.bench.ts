import { bareRequestsPerSecond } from './bare.ts'
import { type Bench, rounded } from './bench.ts'
import { requestsPerSecond } from './load.ts'
import { startServer } from '../support/running-server.ts'

const PAGES = { 'front page': '/', catalogue: '/events', 'event page': '/events/inet-2027' }
const HEADERS = { 'Accept-Encoding': 'br' }

/** Pages of the demonstration catalogue, each beside a bare server that sends the same bytes. */
export const run: Bench = async (print) => {
  const server = await startServer([process.execPath, 'server.ts'], { NODE_ENV: 'production' })
  try {
    for (const [name, path] of Object.entries(PAGES)) {
      const answer = await fetch(server.url + path, { headers: HEADERS })
      if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`)
      const ours = await requestsPerSecond(server.url + path, HEADERS)
      const bare = await bareRequestsPerSecond(server.folder, answer, HEADERS)
      print({ figure: name, value: rounded(ours), unit: 'requests/s', better: 'higher', database: 'sqlite' })
      print({
        figure: `${name}, bare node:http`,
        value: rounded(bare),
        unit: 'requests/s',
        better: 'higher',
        database: null,
      })
      print({
        figure: `${name} ÷ bare`,
        value: rounded(ours / bare, 4),
        unit: 'ratio',
        better: 'higher',
        database: 'sqlite',
      })
    }
  } finally {
    await server.stop()
    await server.remove()
  }
}
