import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { type Bench, rounded } from './bench.ts'
import { onEachDatabase } from './databases.ts'
import { givenBusyEvent } from '../support/busy-event.ts'
import { givenEvent } from '../support/given.ts'
import { NOW } from '../support/now.ts'
import { deskAddresses } from '../support/desk-addresses.ts'
import { readConfig } from '#app/config.server.ts'
import { createApp } from '#app/http/app.server.ts'
import { signInCookie } from '#app/http/sign-in-cookie.server.ts'
import { beginSignIn } from '#app/people/begin-sign-in.server.ts'
import { createServices } from '#app/services.server.ts'
import { migrate } from '#db/migrate.ts'

const PEOPLE = 5000
const EVENTS = 2000
const SESSIONS = 200
const TRIES = 15
const AIM = 200

/** Every screen of the organizers' workspace with 5,000 registrations in the event and 2,000 events: its time on the server. */
export const run: Bench = async (print) => {
  const folder = process.env.PLENARY_BUILD_DIR ?? 'build'
  const build = (await import(pathToFileURL(resolve(folder, 'server/index.js')).href)) as ServerBuild
  await onEachDatabase(async (url, database) => {
    const data = await mkdtemp(join(tmpdir(), 'plenary-bench-'))
    const config = readConfig({
      LOG_LEVEL: 'silent',
      BASE_URL: 'http://plenary.test',
      DATA_DIR: data,
      DATABASE_URL: url,
    })
    const services = { ...createServices(config), clock: { now: () => NOW } }
    const { db } = services
    await migrate(db)
    const event = await givenBusyEvent(db, { people: PEOPLE, sessions: SESSIONS })
    for (let at = 0; at < EVENTS; at++) await givenEvent(db, { seriesId: event.seriesId, title: `Workshop ${at}` })
    const { accountId } = event
    const token = await beginSignIn(db, { accountId, userAgent: null, earlierToken: null, now: NOW })
    const [Cookie = ''] = signInCookie(token, config).split(';')
    const app = createApp(services, build, 'production')
    const slow: string[] = []
    for (const path of [...deskAddresses(event), ...narrowed(event.slug)]) {
      const times: number[] = []
      for (let at = 0; at < TRIES; at++) {
        const begun = performance.now()
        const request = new Request(new URL(path, 'http://plenary.test'), {
          headers: { Cookie, Host: 'plenary.test' },
        })
        const answer = await app(request, { address: '192.0.2.1' })
        await answer.arrayBuffer()
        if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`)
        times.push(performance.now() - begun)
      }
      const warm = times.slice(1).toSorted((one, other) => one - other)
      const [median, worst] = [warm[Math.floor(warm.length / 2)]!, warm.at(-1)!]
      const name = path.replace(event.slug, 'EVENT').replace(/[0-9a-f-]{36}/g, 'ID')
      print({ figure: name, value: rounded(median, 1), unit: 'ms', better: 'lower', database })
      if (worst > AIM && !path.endsWith('.csv')) slow.push(`${name}: ${rounded(worst)} ms at worst`)
    }
    print({
      figure: `screens over ${AIM} ms at worst`,
      value: slow.length,
      unit: 'screens',
      better: 'lower',
      database,
    })
    for (const line of slow) console.error(`${database}: ${line}`)
    await db.destroy()
    await rm(data, { recursive: true, force: true })
  })
}

/** The table of registrations and a new message, narrowed by what is dear to find. */
function narrowed(slug: string): string[] {
  const queries = ['money=unpaid', 'money=paid&state=held', 'answers=missing', 'q=person-4', 'country=RW&sort=name']
  return [
    ...queries.map((query) => `/organize/${slug}/registrations?${query}`),
    `/organize/${slug}/messages/new?money=unpaid`,
    '/organize?q=workshop',
  ]
}
