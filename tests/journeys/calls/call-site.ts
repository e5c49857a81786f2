import { once } from 'node:events'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Server } from 'node:http'
import type { ServerBuild } from '@remix-run/node'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { testServices } from '../../support/app.ts'
import { openBrowser, openPage } from '../../support/browser.ts'
import { freePort } from '../../support/running-server.ts'
import { createOutboxFolder } from '#app/adapters/outbox-folder.ts'
import { testGateway } from '#app/adapters/test-gateway.ts'
import { createApp } from '#app/http/app.server.ts'
import { createFront } from '#app/http/front.server.ts'
import { readStaticFiles } from '#app/http/static-files.ts'
import { allJobs } from '#app/jobs/all-jobs.server.ts'
import type { Services } from '#app/services.server.ts'
import type { Instant } from '#app/values/moment.ts'

/**
 * The application behind a port of its own, in this process, with a clock that is set by hand: a call takes months, and
 * a journey a minute. Jobs run when they are told to.
 */
export function withCallSite() {
  let test: Awaited<ReturnType<typeof testServices>>
  let services: Services
  let front: Server
  let browser: Browser
  beforeAll(async () => {
    const port = await freePort()
    test = await testServices({ PORT: String(port), BASE_URL: `http://127.0.0.1:${port}` })
    const { contentVersion } = test.services
    // A clock that stands still says of nothing that it is old.
    services = { ...withItsClock(test.services), contentVersion: (now) => contentVersion(now, true) }
    const folder = resolve(process.env.PLENARY_BUILD_DIR ?? 'build')
    const build = (await import(pathToFileURL(`${folder}/server/index.js`).href)) as ServerBuild
    const files = await readStaticFiles(`${folder}/client`)
    front = createFront(createApp(services, build, 'production'), services, files)
    await once(front.listen(port), 'listening')
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    front?.closeAllConnections()
    front?.close()
    await test?.close()
  })

  /** Lets these jobs run until they have nothing more to do. */
  async function work(...names: string[]): Promise<void> {
    for (const { name, run } of allJobs(services))
      if (names.includes(name)) while (await run({ now: services.clock.now(), stop: new AbortController().signal }));
  }

  return {
    services: () => services,
    db: () => services.db,
    work,
    setNow: (now: Instant) => test.setNow(now),
    /** A reader without JavaScript on a phone, unless told otherwise. */
    open: (options: BrowserContextOptions = {}): Promise<Page> => openPage(browser, services.config.baseUrl, options),
    /** The link under this path in the newest mail to somebody that has one. */
    async mailedLink(to: string, path: string): Promise<string> {
      await work('mail')
      const { entries } = await services.outbox!.list({ offset: 0, limit: 500 })
      for (const { file } of entries.filter((entry) => entry.to.address === to)) {
        const { text } = (await services.outbox!.read(file))!
        const link = text?.match(/https?:\/\/\S+/g)?.find((one) => one.includes(path))
        if (link) return link
      }
      throw new Error(`no mail to ${to} with a link to ${path}`)
    },
  }
}

export type CallSite = ReturnType<typeof withCallSite>

/** Mails and payments happen at the time of the journey too. */
function withItsClock(services: Services): Services {
  const { dataDir } = services.config
  const outbox = createOutboxFolder(`${dataDir}/outbox`, services.clock)
  const card = testGateway({ folder: `${dataDir}/test-gateway`, clock: services.clock })
  return { ...services, mailer: outbox, outbox, testGateway: card, gateways: { ...services.gateways, card } }
}
