import type { ServerBuild } from '@remix-run/node'
import { mkdtemp, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createTestDatabase } from './databases/create-database.ts'
import { quickFolder } from './databases/quick-folder.ts'
import { NOW } from './now.ts'
import { createApp } from '#app/http/app.server.ts'
import { type Config, readConfig } from '#app/config.server.ts'
import { combineOrders } from '#app/registrations/order-combiner.server.ts'
import { shareCatalogue } from '#app/events/catalogue/shared-catalogue.server.ts'
import { shareContentVersion } from '#app/events/content-version.server.ts'
import { shareNextMoment } from '#app/events/next-moment.server.ts'
import { sharePublicFacts } from '#app/events/public-facts.server.ts'
import { shareReads } from '#app/registrations/shared-reads.server.ts'
import { createServices, type Services } from '#app/services.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { shareJoinable } from '#app/waiting-list/shared-joinable.server.ts'
import { connect } from '#db/connect.ts'

export { NOW }

/** The services of a test: a database of its own, a clock that stands still until told, silence in the log. */
export async function testServices(environment: Record<string, string> = {}) {
  const database = await createTestDatabase()
  const folder = await mkdtemp(join(quickFolder(), 'plenary-test-'))
  const config: Config = readConfig({
    LOG_LEVEL: 'silent',
    BASE_URL: 'http://plenary.test',
    DATA_DIR: folder,
    ...environment,
    DATABASE_URL: database.url,
  })
  let now = NOW
  const db = connect(database.url, 4)
  const contentVersion = shareContentVersion(db)
  const nextMoment = shareNextMoment(db)
  const services: Services = {
    ...(await createServices({ ...config, databaseUrl: 'sqlite::memory:' })),
    config,
    db,
    placeOrder: combineOrders(db),
    reads: shareReads(db),
    catalogue: shareCatalogue(db),
    isJoinable: shareJoinable(db),
    contentVersion,
    nextMoment,
    publicFacts: sharePublicFacts(contentVersion, nextMoment),
    clock: { now: () => now },
  }
  return {
    services,
    db: services.db,
    setNow(instant: Instant) {
      now = instant
    },
    async close() {
      await services.db.destroy()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The whole application on a test's services, asked as a browser without script asks: cookies are kept, redirects are not followed. */
export async function testApp(environment: Record<string, string> = {}) {
  const test = await testServices(environment)
  const folder = process.env.PLENARY_BUILD_DIR ?? 'build'
  const build = (await import(pathToFileURL(resolve(folder, 'server/index.js')).href)) as ServerBuild
  const app = createApp(test.services, build, 'production')
  const cookies = new Map<string, string>()

  async function fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers)
    headers.set('Host', 'plenary.test')
    if (cookies.size > 0) headers.set('Cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    if (init.method && init.method !== 'GET' && !headers.has('Origin')) headers.set('Origin', 'http://plenary.test')
    const response = await app(new Request(new URL(path, 'http://plenary.test'), { ...init, headers }), {
      address: '192.0.2.1',
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const [name = '', value = ''] = pair.split('=', 2)
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }

  return {
    ...test,
    fetch,
    get: fetch,
    /** Sends a form as a browser does. */
    post: (path: string, form: Record<string, string | string[]> | URLSearchParams) =>
      fetch(path, { method: 'POST', body: form instanceof URLSearchParams ? form : formBody(form) }),
    setCookie: (name: string, value: string) => cookies.set(name, value),
    forgetCookies: () => cookies.clear(),
  }
}

function formBody(form: Record<string, string | string[]>): URLSearchParams {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) body.append(name, one)
  return body
}
