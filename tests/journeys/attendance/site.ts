import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { givenParticipants } from '../../participants/given-participants.ts'
import { startDeployment } from './deployment.ts'
import { PHONE } from '../../support/browser.ts'
import { findChromium } from '../../support/chromium.ts'
import { createTestDatabase } from '../../support/databases/create-database.ts'
import { givenAccount, givenEvent } from '../../support/given.ts'
import { startServer } from '../../support/running-server.ts'
import { givenSignIn, SIGNED_IN_SECONDS } from '../../support/signed-in.ts'
import { toInstant } from '#app/values/moment.ts'
import { connect } from '#db/connect.ts'

export const PASSPHRASE = 'correct horse battery'
export const PAGE = '/en/attendance/workshop'

/** A server whose one event has forty people, and devices of its front desk. */
export async function attendanceSite() {
  const database = await createTestDatabase()
  const db = connect(database.url, 4)
  const event = await givenEvent(db, { slug: 'workshop', tickets: [{ seats: 60, name: 'Full' }] })
  const ids = await givenParticipants(
    db,
    event,
    Array.from({ length: 40 }, (_, at) => ({ fullName: `Person ${String(at + 1).padStart(2, '0')}` })),
  )
  const { accountId } = await givenAccount(db, 'desk@plenary.example', [
    { role: 'front-desk', scope: 'event', scopeId: event.id },
  ])
  const deployment = await startDeployment()
  const server = await startServer([process.execPath, 'server.ts'], {
    NODE_ENV: 'production',
    DATABASE_URL: database.url,
    BASE_URL: deployment.url,
  })
  deployment.leadTo(server.url)
  const folders: string[] = []
  const open: BrowserContext[] = []

  async function signIn(context: BrowserContext, account = accountId): Promise<void> {
    // The server under test has the machine's clock.
    const cookie = await givenSignIn(db, { accountId: account, baseUrl: deployment.url, now: toInstant(Date.now()) })
    // As ours: it outlives the browser.
    await context.addCookies([{ ...cookie, url: deployment.url, expires: Date.now() / 1000 + SIGNED_IN_SECONDS }])
  }

  return {
    db,
    event,
    ids,
    deploy: deployment.deploy,
    signIn,
    /** An organizer of the event, by their account. */
    async organizer(): Promise<string> {
      const role = { role: 'organizer', scope: 'event', scopeId: event.id } as const
      return (await givenAccount(db, 'organizer@plenary.example', [role])).accountId
    },
    /** A telephone: what it keeps stays in its folder when its browser is closed. */
    async telephone(args: string[] = []) {
      const folder = await mkdtemp(join(tmpdir(), 'plenary-telephone-'))
      folders.push(folder)
      let context: BrowserContext | null = null
      return {
        async start({ isOffline = false } = {}): Promise<Page> {
          context = await chromium.launchPersistentContext(folder, {
            executablePath: findChromium()!,
            args: ['--no-sandbox', '--disable-gpu', ...args],
            baseURL: deployment.url,
            viewport: PHONE,
            locale: 'en-GB',
          })
          context.setDefaultTimeout(30_000)
          open.push(context)
          const page = await context.newPage()
          await context.setOffline(isOffline)
          return page
        },
        async close(): Promise<void> {
          // A browser that closes lets go of being offline first: pages must not see that.
          for (const page of context?.pages() ?? []) await page.close()
          await context?.close()
        },
      }
    },
    async stop(): Promise<void> {
      await Promise.all(open.map((context) => context.close().catch(() => undefined)))
      deployment.stop()
      await server.stop()
      await server.remove()
      await db.destroy()
      await database.drop()
      await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })))
    },
  }
}

/** Opens the page with a connection and makes the browser a device; waits until it would open without one. */
export async function openDevice(page: Page, name: string): Promise<void> {
  await page.goto(PAGE)
  await page.fill('#name', name)
  await page.fill('#passphrase', PASSPHRASE)
  await page.fill('#again', PASSPHRASE)
  await page.click('[data-part=open] button.go')
  await page.waitForSelector('[data-part=work]:not([hidden])')
  await page.waitForFunction(() => document.querySelector('[data-part=ready]')?.textContent !== '')
}

export async function unlock(page: Page, passphrase = PASSPHRASE): Promise<void> {
  await page.fill('#unlock-passphrase', passphrase)
  await page.click('[data-part=unlock] button.go')
}

/** Taps these people, from the top of the list, each until the page says so. */
export async function tap(page: Page, from: number, until: number): Promise<void> {
  await page.waitForSelector('[data-part=work]:not([hidden])')
  for (let at = from; at < until; at++) {
    const row = page.locator('[data-part=people] li').nth(at)
    const wasHere = (await row.locator('.dv-mark').getAttribute('aria-pressed')) === 'true'
    await row.locator('.dv-mark').click()
    await row.locator(`.dv-mark[aria-pressed=${!wasHere}]`).waitFor()
  }
}

export async function unsent(page: Page): Promise<string> {
  return (await page.locator('[data-part=unsent]').textContent()) ?? ''
}

export async function untilSent(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('[data-part=unsent]')?.textContent === 'Everything is sent',
    undefined,
    { timeout: 60_000 },
  )
}
