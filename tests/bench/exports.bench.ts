import { createWriteStream, readFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import SQLite from 'better-sqlite3'
import { createConnection } from 'mysql2'
import { type Bench, type Figure, rounded } from './bench.ts'
import { onEachDatabase } from './databases.ts'
import { givenTrack, ROSTER } from '../participants/given-participants.ts'
import { givenCrowd } from '../participants/selection/given-crowd.ts'
import { givenAccount, givenEvent } from '../support/given.ts'
import { startServer } from '../support/running-server.ts'
import { readConfig } from '#app/config.server.ts'
import { signInCookie } from '#app/http/sign-in-cookie.server.ts'
import { beginSignIn } from '#app/people/begin-sign-in.server.ts'
import { toInstant } from '#app/values/moment.ts'
import { connect } from '#db/connect.ts'
import { migrate } from '#db/migrate.ts'

const PEOPLE = Number(process.env.PLENARY_BENCH_PEOPLE ?? 100_000)
const FIFTH = 'FJ'
const ASKED = 300

/** A commit for each statement would take most of the time. */
const IN_A_TRANSACTION = 10_000

const RAW = `select r.code, p.full_name, p.latin_name, p.email, p.country, p.affiliation, p.language, k.title, t.name
  from registrations r join people p on p.id = r.person_id
  join ticket_type_texts t on t.ticket_type_id = r.ticket_type_id and t.language = 'en'
  join track_texts k on k.track_id = r.track_id and k.language = 'en'
  where r.event_id = ? and r.state = 'confirmed' order by p.sort_key, r.id`

/**
 * The list of 100,000 participants as files, through HTTP from a process of its own, beside what the bare driver needs to
 * write the same columns to a sink; what the process takes more of memory meanwhile, and what somebody else waits.
 */
export const run: Bench = async (print) => {
  await onEachDatabase(async (url, database) => {
    const { eventId, slug, cookie } = await given(url)
    const figure = (name: string, value: number, unit: string, better: Figure['better']) =>
      print({ figure: name, value: rounded(value, 2), unit, better, database })
    const server = await startServer([process.execPath, 'server.ts'], {
      DATABASE_URL: url,
      NODE_ENV: 'production',
      WORKERS: 'none',
    })
    try {
      const { port } = new URL(server.url)
      const list = (format: string, query = '') => ({
        port,
        path: `/teach/${slug}/participants.${format}${query}`,
        cookie,
      })
      const page = { port, path: `/events/${slug}/register`, cookie: '' }
      // Compiled on the way: the first of each.
      await taken(list('csv'))
      await raw(url, eventId)
      const [bare, bareAgain] = [await raw(url, eventId), await raw(url, eventId)]
      const memory = await watched(server.process.pid!, () => taken(list('csv')))
      const again = await taken(list('csv'))
      const csv = PEOPLE / Math.min(memory.result.seconds, again.seconds)
      figure('bare driver', Math.max(bare, bareAgain), 'rows/s', 'higher')
      figure('csv', csv, 'rows/s', 'higher')
      figure('csv by bare driver', csv / Math.max(bare, bareAgain), 'ratio', 'higher')
      figure('csv more memory', memory.more, 'MB', 'lower')
      // A fifth of them as well: what is constant does not grow with the list.
      const fifth = await watched(server.process.pid!, () => taken(list('xlsx', `?country=${FIFTH}`)))
      const xlsx = await watched(server.process.pid!, () => taken(list('xlsx')))
      figure('xlsx', PEOPLE / xlsx.result.seconds, 'rows/s', 'higher')
      figure('xlsx more memory, a fifth of them', fifth.more, 'MB', 'lower')
      figure('xlsx more memory', xlsx.more, 'MB', 'lower')
      for (const format of ['json', 'vcf'])
        figure(format, PEOPLE / (await taken(list(format))).seconds, 'rows/s', 'higher')
      await waits(page)
      const quiet = await waits(page)
      const state = { isOver: false }
      const exporting = (async () => {
        while (!state.isOver) await taken(list('csv'))
      })()
      const busy = await waits(page)
      state.isOver = true
      await exporting
      figure('p99 of another request, quiet', quiet, 'ms', 'lower')
      figure('p99 of another request during a csv', busy, 'ms', 'lower')
      figure('p99 during by quiet', busy / quiet, 'ratio', 'lower')
      const pdf = await watched(server.process.pid!, () => taken(list('pdf')))
      figure('pdf', pdf.result.pages / pdf.result.seconds, 'pages/s', 'higher')
      figure('pdf pages', pdf.result.pages, 'pages', 'higher')
      figure('pdf more memory', pdf.more, 'MB', 'lower')
    } finally {
      await server.stop()
      await server.remove()
    }
  })
}

async function given(url: string) {
  const db = connect(url)
  await migrate(db)
  const event = await givenEvent(db, { slug: 'crowd', tickets: [{ name: 'Full', seats: 2 * PEOPLE }] })
  const tracks = [await givenTrack(db, event.id, 'T1'), await givenTrack(db, event.id, 'T2')]
  const crowd = Array.from({ length: PEOPLE }, (_, at) => ({
    ticketTypeId: event.tickets[0]!.id,
    trackId: tracks[at % 2]!,
    fullName: `${ROSTER[at % ROSTER.length]!.fullName} ${at}`,
    email: `person-${at}@campus.example`,
    country: [FIFTH, 'KE', 'GH', 'RW', 'TN'][at % 5]!,
    affiliation: `Campus ${at % 97}`,
  }))
  for (let from = 0; from < PEOPLE; from += IN_A_TRANSACTION)
    await db.transaction().execute((db) => givenCrowd(db, event.id, crowd.slice(from, from + IN_A_TRANSACTION)))
  const { accountId } = await givenAccount(db, 'crowd@plenary.example', [
    { role: 'organizer', scope: 'event', scopeId: event.id },
  ])
  const token = await beginSignIn(db, { accountId, userAgent: null, earlierToken: null, now: toInstant(Date.now()) })
  const cookie = signInCookie(token, readConfig({ BASE_URL: 'http://127.0.0.1', DATABASE_URL: url })).split(';')[0]!
  await db.destroy()
  return { eventId: event.id, slug: event.slug, cookie }
}

/** Rows that the driver alone reads and writes to nowhere in a second. */
async function raw(url: string, eventId: string): Promise<number> {
  const sink = createWriteStream('/dev/null')
  const begun = performance.now()
  let rows = 0
  const take = (row: unknown[]) => {
    sink.write(`${row.join(',')}\r\n`)
    rows++
  }
  if (url.startsWith('sqlite:')) {
    const database = new SQLite(url.slice('sqlite:'.length))
    for (const row of database.prepare(RAW).raw().iterate(eventId)) take(row as unknown[])
    database.close()
  } else {
    const connection = createConnection({ uri: url, rowsAsArray: true })
    await new Promise((done, fail) =>
      connection
        .query(RAW, [eventId])
        .on('result', (row) => take(row as unknown as unknown[]))
        .on('error', fail)
        .on('end', done),
    )
    connection.destroy()
  }
  if (rows !== PEOPLE) throw new Error(`${rows} rows of ${PEOPLE}.`)
  return (rows / (performance.now() - begun)) * 1000
}

const agent = new Agent({ keepAlive: true })

interface Asked {
  port: string
  path: string
  cookie: string
}

/** Asks for a file and throws it away as it comes. @throws when it is not whole. */
function taken({ port, path, cookie }: Asked): Promise<{ seconds: number; pages: number }> {
  const begun = performance.now()
  return new Promise((done, fail) => {
    get({ port, host: '127.0.0.1', path, agent, headers: { Cookie: cookie } }, (response) => {
      let pages = 0
      response.on('data', (piece: Buffer) => {
        if (path.includes('.pdf')) pages += piece.toString('latin1').split('/Type /Page\n').length - 1
      })
      response.on('end', () => {
        if (response.statusCode !== 200 || !response.complete) return fail(new Error(`${path}: ${response.statusCode}`))
        done({ seconds: (performance.now() - begun) / 1000, pages })
      })
      response.on('error', fail)
    }).on('error', fail)
  })
}

/** The most memory that a process holds while something is done, above what it held before, in megabytes. */
async function watched<Result>(pid: number, work: () => Promise<Result>): Promise<{ result: Result; more: number }> {
  await sleep(500)
  const before = resident(pid)
  let most = before
  const timer = setInterval(() => (most = Math.max(most, resident(pid))), 20)
  try {
    return { result: await work(), more: Math.max(most, resident(pid)) - before }
  } finally {
    clearInterval(timer)
  }
}

function resident(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024
}

/** What 99 of 100 wait for a page at most, in milliseconds. */
async function waits(page: Asked): Promise<number> {
  const times: number[] = []
  for (let at = 0; at < ASKED; at++) times.push((await taken(page)).seconds * 1000)
  return times.toSorted((one, other) => one - other)[Math.floor(ASKED * 0.99)]!
}
