import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { openBrowser, openPage } from './browser.ts'
import { quickFolder } from './databases/quick-folder.ts'
import { type RunningServer, startServer } from './running-server.ts'

/** The demonstration in a server of its own, and a browser, for one file of journeys. */
export function withDemonstration(environment: Record<string, string> = {}) {
  let server: RunningServer
  let browser: Browser
  beforeAll(async () => {
    const folder = await mkdtemp(join(quickFolder(), 'plenary-server-'))
    server = await startServer([process.execPath, 'server.ts'], { NODE_ENV: 'production', ...environment }, folder)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await server?.remove()
  })
  return {
    url: () => server.url,
    folder: () => server.folder,
    browser: () => browser,
    /** A reader without JavaScript on a phone, unless told otherwise. */
    open: (options: BrowserContextOptions = {}): Promise<Page> => openPage(browser, server.url, options),
    /** The same, signed in with one click as somebody of the demonstration. */
    async openAs(role: string, options: BrowserContextOptions = {}): Promise<Page> {
      const page = await openPage(browser, server.url, options)
      await page.goto('/en/signin')
      await page.locator(`button[name=as][value=${role}]`).click()
      return page
    },
  }
}
