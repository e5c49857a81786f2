import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { type Kysely, sql } from 'kysely'
import { type Bench, type Figure, rounded } from './bench.ts'
import { bareTransaction } from './bare-transaction.ts'
import { onEachDatabase, perSecond } from './databases.ts'
import { givenEvent } from '../support/given.ts'
import { startServer } from '../support/running-server.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { connect } from '#db/connect.ts'
import { migrate } from '#db/migrate.ts'
import type { Database } from '#db/schema.ts'

const SEATS = 100
const PEOPLE = 1000
const LANES = 20

/**
 * A thousand people send the form for a hundred seats at once, through HTTP: one server process on SQLite, two on
 * MariaDB. Exactly a hundred have a seat, everybody has an answer and nobody an error page; then as many people as
 * there are seats. Beside it, in the same run, the barest transaction that takes a seat durably.
 */
export const run: Bench = async (print) => {
  await onEachDatabase(async (url, database) => {
    const db = connect(url, LANES)
    await migrate(db)
    const event = await givenEvent(db, { tickets: [{ seats: SEATS }] })
    const wide = await givenEvent(db, { tickets: [{ seats: PEOPLE }] })
    const warm = await givenEvent(db, { tickets: [{ seats: 10 }] })
    const full = await givenEvent(db, { tickets: [{ seats: 0 }] })
    const bare = await perSecond(LANES, () => bareTransaction(db, warm.tickets[0]!.quotaIds[0]!))
    const servers = await Promise.all(
      Array.from({ length: database === 'mysql' ? 2 : 1 }, () =>
        startServer([process.execPath, 'server.ts'], environment(url)),
      ),
    )
    try {
      const urls = servers.map((server) => server.url)
      // Both answers, before anything is measured: a server that has just started compiles as it goes.
      await rush(urls, warm, 200)
      await rush(urls, full, 400)
      const hurried = await rush(urls, event, PEOPLE)
      await expectExactly(db, event, SEATS, hurried)
      report(print, database, `${PEOPLE} people for ${SEATS} seats`, hurried, bare)
      const seated = await rush(urls, wide, PEOPLE)
      await expectExactly(db, wide, PEOPLE, seated)
      report(print, database, `${PEOPLE} people for ${PEOPLE} seats`, seated, bare)
      print({ figure: 'bare transaction', value: rounded(bare), unit: 'registrations/s', better: 'higher', database })
    } finally {
      for (const server of servers) await server.stop().then(() => server.remove())
      await db.destroy()
    }
  })
}

function environment(url: string): Record<string, string> {
  return {
    NODE_ENV: 'production',
    DATABASE_URL: url,
    SESSION_SECRET: 'the-same-for-both-processes-of-this-measurement',
  }
}

interface Rushed {
  seconds: number
  /** How long each answer took, in milliseconds, ascending. */
  took: number[]
  statuses: Map<number, number>
}

interface Wanted {
  slug: string
  tickets: { id: string; code: string; quotaIds: string[] }[]
}

/** Everybody sends at once, half of them to each server. */
async function rush(urls: string[], event: Wanted, people: number): Promise<Rushed> {
  const agent = new Agent({ keepAlive: true, maxSockets: 250 })
  const forms = await Promise.all(urls.map((url) => hiddenFields(`${url}/events/${event.slug}/register`)))
  const bodies = Array.from({ length: people }, (_, at) => bodyOf(event, forms[at % urls.length]!))
  const began = performance.now()
  const answers = await Promise.all(
    bodies.map((body, at) => post(agent, `${urls[at % urls.length]}/events/${event.slug}/register`, body)),
  )
  const seconds = (performance.now() - began) / 1000
  agent.destroy()
  const statuses = new Map([...Map.groupBy(answers, ({ status }) => status)].map(([one, { length }]) => [one, length]))
  return { seconds, took: answers.map(({ took }) => took).toSorted((one, other) => one - other), statuses }
}

/** What the page's form sends without being typed. */
async function hiddenFields(url: string): Promise<[string, string][]> {
  const html = await (await fetch(url)).text()
  return [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
    name!,
    value!,
  ])
}

function bodyOf({ tickets }: Wanted, hidden: [string, string][]): string {
  const key = randomUUID()
  return new URLSearchParams({
    ...Object.fromEntries(hidden),
    formKey: key,
    [`tickets.${tickets[0]!.code}`]: '1',
    'people[0].fullName': 'Wulandari',
    'people[0].email': `${key}@kampus.example`,
    'people[0].country': 'ID',
    conduct: 'on',
  }).toString()
}

function post(agent: Agent, url: string, body: string): Promise<{ status: number; took: number }> {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Origin: new URL(url).origin }
    const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume()
      answer.once('end', () => resolve({ status: answer.statusCode!, took: performance.now() - began }))
    })
    sent.once('error', reject)
    sent.end(body)
  })
}

/** @throws when a seat too many or too few was given, somebody saw an error page, or an invariant is untrue. */
async function expectExactly(
  db: Kysely<Database>,
  { tickets }: Wanted,
  seats: number,
  { statuses }: Rushed,
): Promise<void> {
  const { count } = await db
    .selectFrom('registrations')
    .select(sql<number>`count(*)`.as('count'))
    .where('ticketTypeId', '=', tickets[0]!.id)
    .where('state', '=', 'confirmed')
    .executeTakeFirstOrThrow()
  const violated = (await checkInvariants(db)).filter(({ violations }) => violations > 0)
  const refused = (statuses.get(409) ?? 0) + (statuses.get(422) ?? 0)
  const isRight = Number(count) === seats && statuses.get(303) === seats && refused === PEOPLE - seats
  if (isRight && violated.length === 0) return
  throw new Error(JSON.stringify({ count, statuses: [...statuses], violated }))
}

function report(
  print: (figure: Figure) => void,
  database: 'sqlite' | 'mysql',
  name: string,
  { seconds, took }: Rushed,
  bare: number,
): void {
  const rate = took.length / seconds
  print({ figure: name, value: rounded(rate), unit: 'orders answered/s', better: 'higher', database })
  const p99 = took[Math.ceil(took.length * 0.99) - 1]!
  print({ figure: `${name}, 99th percentile`, value: rounded(p99), unit: 'ms', better: 'lower', database })
  print({ figure: `${name} ÷ bare`, value: rounded(rate / bare, 3), unit: 'ratio', better: 'higher', database })
}
