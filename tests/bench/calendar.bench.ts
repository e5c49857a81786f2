import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { type Bench, type Figure, rounded } from './bench.ts'
import { ask } from './bare.ts'
import { besideBare } from './beside-bare.ts'
import { onEachDatabase } from './databases.ts'
import { load } from './load.ts'
import { median } from './median.ts'
import { givenManyEvents } from '../events/catalogue/many-events.ts'
import { SERVER, SURROUNDINGS } from './server-command.ts'
import { type RunningServer, startServer } from '../support/running-server.ts'
import { keepAnswers } from '#app/http/kept-answers.server.ts'
import { WholeAnswer } from '#app/http/whole-answer.server.ts'
import { shareContentVersion } from '#app/events/content-version.server.ts'
import { shareNextMoment } from '#app/events/next-moment.server.ts'
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
      startServer(SERVER, { ...SURROUNDINGS, DATABASE_URL: url, BASE_URL: 'http://plenary.example' }, folder)
    const before = await start()
    await ask(before.url + PATH, {})
    await before.stop()
    const server = await start(before.folder)
    try {
      await overHttp(server, print, figure, database)
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
    const [library = 0, ours = 0] = [alone, cold].map((all) => median(all.map((one) => one[way])))
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

/** What is left in the process when the whole answer is kept: one look at the version a second. */
async function keptInMemory(db: ReturnType<typeof connect>, print: Print): Promise<void> {
  const headers = { 'Cache-Control': 'public', ETag: '"x"' }
  const kept = keepAnswers({
    versionOf: shareContentVersion(db),
    changesAt: shareNextMoment(db),
    compose: () => WholeAnswer.of(new Response('x'.repeat(1_000_000), { headers })),
  })
  const place = { key: PATH }
  const rounds = 200_000
  await kept(place, new Date().toISOString())
  const begun = performance.now()
  for (let round = 0; round < rounds; round++) await kept(place, new Date().toISOString())
  print('kept answer, found in memory', rounded((1000 * rounds) / (performance.now() - begun)), 'answers/s', 'higher')
}

async function overHttp(
  server: RunningServer,
  print: Print,
  figure: Parameters<Bench>[0],
  database: Figure['database'],
) {
  const url = server.url + PATH
  const begun = performance.now()
  const { headers } = await ask(url, { 'Accept-Encoding': 'identity' })
  print('first request after a start', rounded(performance.now() - begun, 1), 'ms')
  for (const encoding of ['identity', 'gzip', 'br'])
    print(`bytes, ${encoding}`, (await ask(url, { 'Accept-Encoding': encoding })).body.length, 'bytes')
  const gzip = { 'Accept-Encoding': 'gzip' }
  const kept = await load({ url, headers: gzip, pid: server.process.pid! })
  print('kept answer, gzip', rounded(kept.perSecond), 'requests/s', 'higher')
  const known = { ...gzip, 'If-None-Match': headers.etag! }
  const unchanged = { server, path: PATH, headers: known, status: 304, name: '304', database } as const
  await besideBare(figure, { ...unchanged, way: 'bytes', bare: 'bare node:http' })
}
