import type { Kysely } from 'kysely'
import { type Bench, type Figure, rounded } from './bench.ts'
import { onEachDatabase } from './databases.ts'
import { barePerSecond, makeBareTables } from './rush/bare.ts'
import { registrationsPerSecond } from './rush/over-http.ts'
import { sellOut } from './rush/sell-out.ts'
import { bareForm } from './rush/send-forms.ts'
import { connect } from '#db/connect.ts'
import { migrate } from '#db/migrate.ts'
import type { Database } from '#db/schema.ts'

/** PLENARY_BENCH_SCALE=0.1: the same with a tenth of the people. */
const SCALE = Number(process.env.PLENARY_BENCH_SCALE ?? 1)
const TRIES = Math.ceil(20_000 * SCALE)
const SEATS = Math.ceil(10_000 * SCALE)
const RUSH = Math.ceil(50_000 * SCALE)
const [FEW, MANY] = [250, 2000]

/**
 * Registering through HTTP, beside the barest program that does the same to the same database in the same run; then
 * many more people than there are seats. Exactly as many have one as there are, nobody sees an error page, and with the
 * guard taken out the same rush sells too many.
 */
export const run: Bench = async (print) => {
  await onEachDatabase(async (url, database) => {
    const db = connect(url, 4)
    await migrate(db)
    await makeBareTables(db)
    const say = (figure: string, value: number, unit: string, better: Figure['better'] = 'higher') =>
      print({ figure, value: rounded(value, unit === 'ratio' ? 3 : 0), unit, better, database })
    await compare(db, url, say)
    await sell(db, url, say)
    await db.destroy()
  })
}

type Say = (figure: string, value: number, unit: string, better?: Figure['better']) => void

async function compare(db: Kysely<Database>, url: string, say: Say): Promise<void> {
  const isMysql = url.startsWith('mysql:')
  const usual = { url, events: 1, tries: TRIES, servers: 1 }
  for (const connections of [FEW, MANY]) {
    const ours = await registrationsPerSecond(db, { ...usual, connections })
    const bare = await barePerSecond(url, 'merged', { ...bareForm(), connections, tries: TRIES * 2 })
    const name = `over HTTP, ${connections} connections`
    say(name, ours.perSecond, 'registrations/s')
    say(`${name}, processor time`, ours.processor, 'µs', 'lower')
    say(`${name}, 99th percentile`, ours.p99, 'ms', 'lower')
    say(`${name}, bare merged transaction`, bare.perSecond, 'registrations/s')
    say(`${name}, bare merged transaction, processor time`, bare.processor, 'µs', 'lower')
    say(`${name} ÷ bare merged transaction`, ours.perSecond / bare.perSecond, 'ratio')
    say(`${name} ÷ bare merged transaction, by processor time`, bare.processor / ours.processor, 'ratio')
  }
  if (isMysql) {
    const locked = await barePerSecond(url, 'locked', { ...bareForm(), connections: FEW, tries: TRIES / 10 })
    say('select for update, each by itself', locked.perSecond, 'registrations/s')
  }
  const hot = await registrationsPerSecond(db, { ...usual, connections: FEW })
  const spread = await registrationsPerSecond(db, { ...usual, events: 50, connections: FEW })
  say('spread over 50 events', spread.perSecond, 'registrations/s')
  say('one event ÷ spread over 50', hot.perSecond / spread.perSecond, 'ratio')
  if (!isMysql) return
  const two = await registrationsPerSecond(db, { ...usual, connections: FEW, servers: 2 })
  say('two processes', two.perSecond, 'registrations/s')
  say('two processes ÷ one', two.perSecond / hot.perSecond, 'ratio')
}

async function sell(db: Kysely<Database>, url: string, say: Say): Promise<void> {
  const name = `${RUSH} people for ${SEATS} seats`
  const wanted = { url, seats: SEATS, tries: RUSH, connections: MANY }
  const out = await sellOut(db, { ...wanted, servers: url.startsWith('mysql:') ? 2 : 1 })
  const { sold, placed, statuses, violated, seconds } = out
  const faults = Object.keys(statuses).filter((status) => !['303', '409', '422'].includes(status))
  if (sold !== SEATS || placed !== SEATS || faults.length > 0 || violated.length > 0)
    throw new Error(JSON.stringify({ sold, placed, statuses, violated }))
  say(`${name}, sold`, sold, 'registrations')
  say(`${name}, answers of 5xx`, 0, 'answers', 'lower')
  say(`${name}, answered`, RUSH / seconds, 'orders/s')
  say(`${name}, sold out after`, out.placedIn * 1000, 'ms', 'lower')
  say(`${name}, median`, out.p50, 'ms', 'lower')
  say(`${name}, 99th percentile`, out.p99, 'ms', 'lower')
  const unguarded = await sellOut(db, { ...wanted, servers: 2, isGuarded: false })
  if (unguarded.sold <= SEATS) throw new Error(`The negative control sold ${unguarded.sold} of ${SEATS}.`)
  say(`${name}, without the guard`, unguarded.sold, 'registrations')
}
