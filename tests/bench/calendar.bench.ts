import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { type Bench, type Figure, rounded } from './bench.ts'
import { bareRequestsPerSecond } from './bare.ts'
import { onEachDatabase } from './databases.ts'
import { requestsPerSecond } from './load.ts'
import { givenManyEvents } from '../events/catalogue/many-events.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { keepAnswers } from '#app/http/kept-answers.server.ts'
import { shareContentVersion } from '#app/events/content-version.server.ts'
import { connect } from '#db/connect.ts'
import { migrate } from '#db/migrate.ts'

const EVENTS = 2000
const PATH = '/events.ics?when=all'
const STARTS = 7

type Print = (figure: string, value: number, unit: string, better?: Figure['better']) => void

/**
 * A feed of 2,000 events: composed by ical-generator alone from what is in memory, and by us the first time ever, from
 * the texts that are kept (cold), and from the whole answer that is kept (warm); and how often "nothing has changed" is
 * told, beside a bare server that tells nothing else. Composing is measured in processes of their own, as after a start.
 */
export const run: Bench = async (figure) => {
  await onEachDatabase(async (url, database) => {
    const print: Print = (name, value, unit, better = 'lower') =>
      figure({ figure: name, value, unit, better, database })
    const db = connect(url)
    await migrate(db)
    await givenManyEvents(db, EVENTS)
    const ever = await composed('first', url)
    print('composing, ours, first time ever', rounded(ever.first, 1), 'ms')
    await composing(url, print)
    await keptInMemory(db, print)
    await db.destroy()
    const start = (folder?: string) =>
      startServer(
        [process.execPath, 'server.ts'],
        { NODE_ENV: 'production', DATABASE_URL: url, BASE_URL: 'http://plenary.example' },
        folder,
      )
    const before = await start()
    await ask(before.url + PATH, 'identity')
    await before.stop()
    const server = await start(before.folder)
    try {
      await overHttp(server, print)
    } finally {
      await server.stop()
      await server.remove()
    }
  })
}

async function composing(url: string, print: Print): Promise<void> {
  const alone: Composed[] = []
  const cold: Composed[] = []
  for (let start = 0; start < STARTS; start++) {
    alone.push(await composed('alone', url))
    cold.push(await composed('cold', url))
  }
  for (const way of ['first', 'next'] as const) {
    const when = way === 'first' ? 'after a start' : 'later'
    const [library, ours] = [median(alone, way), median(cold, way)]
    print(`composing, ical-generator alone, ${when}`, rounded(library, 1), 'ms')
    print(`composing, ours from kept texts, ${when}`, rounded(ours, 1), 'ms')
    print(`composing, ical-generator alone ÷ ours, ${when}`, rounded(library / ours, 2), 'ratio', 'higher')
  }
}

interface Composed {
  first: number
  next: number
}

async function composed(way: string, url: string): Promise<Composed> {
  const script = new URL('./compose-calendar.ts', import.meta.url).pathname
  const { stdout } = await promisify(execFile)(process.execPath, [script, way, url])
  return JSON.parse(stdout) as Composed
}

function median(all: Composed[], way: keyof Composed): number {
  return all.map((one) => one[way]).toSorted((one, other) => one - other)[all.length >> 1]!
}

/** What is left in the process when the whole answer is kept: one look at the version a second. */
async function keptInMemory(db: ReturnType<typeof connect>, print: Print): Promise<void> {
  const headers = { 'Cache-Control': 'public', ETag: '"x"' }
  const kept = keepAnswers({
    versionOf: shareContentVersion(db),
    compose: () => Promise.resolve(new Response('x'.repeat(1_000_000), { headers })),
  })
  const rounds = 200_000
  await kept(PATH, new Date().toISOString())
  const begun = performance.now()
  for (let round = 0; round < rounds; round++) await kept(PATH, new Date().toISOString())
  print('kept answer, found in memory', rounded((1000 * rounds) / (performance.now() - begun)), 'answers/s', 'higher')
}

async function overHttp(server: RunningServer, print: Print): Promise<void> {
  const address = server.url + PATH
  const begun = performance.now()
  const plain = await ask(address, 'identity')
  print('first request after a start', rounded(performance.now() - begun, 1), 'ms')
  for (const encoding of ['identity', 'gzip', 'br'])
    print(`bytes, ${encoding}`, Number((await ask(address, encoding)).headers.get('Content-Length')), 'bytes')
  const gzip = { 'Accept-Encoding': 'gzip' }
  print('kept answer, gzip', rounded(await requestsPerSecond(address, gzip)), 'requests/s', 'higher')
  const known = { ...gzip, 'If-None-Match': plain.headers.get('ETag')! }
  const unchanged = await fetch(address, { headers: known })
  if (unchanged.status !== 304) throw new Error(`${unchanged.status} instead of 304`)
  // In turns, because a machine has better and worse minutes.
  const [ours, bare] = [[] as number[], [] as number[]]
  for (let turn = 0; turn < 3; turn++) {
    ours.push(await requestsPerSecond(address, known))
    bare.push(await bareRequestsPerSecond(server.folder, unchanged.clone(), known))
  }
  const [ourRate, bareRate] = [ours, bare].map((rates) => rates.reduce((sum, rate) => sum + rate) / rates.length)
  print('304', rounded(ourRate!), 'requests/s', 'higher')
  print('304, bare node:http', rounded(bareRate!), 'requests/s', 'higher')
  print('304 ÷ bare', rounded(ourRate! / bareRate!, 3), 'ratio', 'higher')
}

async function ask(address: string, encoding: string): Promise<Response> {
  const answer = await fetch(address, { headers: { 'Accept-Encoding': encoding } })
  if (answer.status !== 200) throw new Error(`${address} answers ${answer.status}`)
  await answer.arrayBuffer()
  return answer
}
