import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { type Figure, rounded } from './bench.ts'
import { onEachDatabase } from './databases.ts'
import { NOW } from '../support/now.ts'
import { readConfig } from '#app/config.server.ts'
import { createApp } from '#app/http/app.server.ts'
import { signInCookie } from '#app/http/sign-in-cookie.server.ts'
import { beginSignIn } from '#app/people/begin-sign-in.server.ts'
import { createServices, type Services } from '#app/services.server.ts'
import { migrate } from '#db/migrate.ts'

const TRIES = 15

export interface Served {
  services: Services
  database: 'sqlite' | 'mysql'
  /** Prints how long the pages take that this account asks for, as `nameOf` their addresses, and those over the aim. */
  measure: (asked: {
    accountId: string
    paths: string[]
    nameOf: (path: string) => string
    aim: number
  }) => Promise<void>
}

/** The application on each database, to be filled and then asked for pages. */
export async function onEachServed(print: (figure: Figure) => void, work: (served: Served) => Promise<void>) {
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
    const services = { ...(await createServices(config)), clock: { now: () => NOW } }
    await migrate(services.db)
    const app = createApp(services, build, 'production')
    const timesOf = async (path: string, Cookie: string) => {
      const times: number[] = []
      for (let at = 0; at < TRIES; at++) {
        const begun = performance.now()
        const request = new Request(new URL(path, 'http://plenary.test'), { headers: { Cookie, Host: 'plenary.test' } })
        const answer = await app(request, { address: '192.0.2.1' })
        await answer.arrayBuffer()
        if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`)
        times.push(performance.now() - begun)
      }
      return times.slice(1).toSorted((one, other) => one - other)
    }
    await work({
      services,
      database,
      async measure({ accountId, paths, nameOf, aim }) {
        const token = await beginSignIn(services.db, { accountId, userAgent: null, earlierToken: null, now: NOW })
        const [cookie = ''] = signInCookie(token, config).split(';')
        const slow: string[] = []
        for (const path of paths) {
          const warm = await timesOf(path, cookie)
          const [median, worst] = [warm[Math.floor(warm.length / 2)]!, warm.at(-1)!]
          print({ figure: nameOf(path), value: rounded(median, 1), unit: 'ms', better: 'lower', database })
          if (worst > aim && !path.endsWith('.csv')) slow.push(`${nameOf(path)}: ${rounded(worst)} ms at worst`)
        }
        print({
          figure: `screens over ${aim} ms at worst`,
          value: slow.length,
          unit: 'screens',
          better: 'lower',
          database,
        })
        for (const line of slow) console.error(`${database}: ${line}`)
      },
    })
    await services.db.destroy()
    await rm(data, { recursive: true, force: true })
  })
}
