import { execFile } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, vi } from 'vitest'
import { openBrowser, openPage } from '../../support/browser.ts'
import { quickFolder } from '../../support/databases/quick-folder.ts'
import { readMime } from '../../support/mime/mime-parts.ts'
import { type RunningServer, startServer } from '../../support/running-server.ts'
import { type Received, smtpServer } from '../../support/smtp-server.ts'

/** An installation as it is run for real, with nothing in it, the mail server that it sends through, and a browser. */
export function withEmptyInstallation() {
  let server: RunningServer
  let mail: Awaited<ReturnType<typeof smtpServer>>
  let browser: Browser
  let environment: Record<string, string>
  beforeAll(async () => {
    mail = await smtpServer()
    environment = {
      NODE_ENV: 'production',
      PLENARY_MODE: 'production',
      SESSION_SECRET: 'a secret of this installation alone, 48 characters',
      SMTP_URL: mail.url,
      MAIL_FROM: 'events@plenary.example.org',
      STRIPE_SECRET_KEY: 'sk_test_never_asked',
      STRIPE_WEBHOOK_SECRET: 'whsec_never_asked',
    }
    const folder = await mkdtemp(join(quickFolder(), 'plenary-server-'))
    server = await startServer([process.execPath, 'server.ts'], environment, folder)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    await mail?.close()
    await server?.remove()
  })
  return {
    open: (options: BrowserContextOptions = {}): Promise<Page> => openPage(browser, server.url, options),
    /** What the operator types: the first account that may do anything. */
    async makeAdministrator(email: string): Promise<void> {
      const { url: BASE_URL, folder } = server
      await promisify(execFile)(process.execPath, ['bin/admin.ts', 'create-admin', email], {
        env: {
          ...process.env,
          ...environment,
          BASE_URL,
          DATA_DIR: folder,
          DATABASE_URL: `sqlite:${folder}/plenary.sqlite`,
        },
      })
    },
    /** The link under this path in the newest mail to somebody, which may still be on its way. */
    mailedLink: (to: string, path: string): Promise<string> =>
      vi.waitFor(() => linkIn(mail.received, to, path), { timeout: 15_000, interval: 50 }),
  }
}

function linkIn(received: Received[], to: string, path: string): string {
  const raw = received.findLast((one) => one.to.includes(to))?.raw
  const text =
    readMime(raw ?? '')
      .parts.find(({ type }) => type === 'text/plain')
      ?.content.toString('utf8') ?? ''
  const link = text.match(/https?:\/\/\S+/g)?.find((one) => one.includes(path))
  if (link === undefined) throw new Error(`no mail to ${to} with a link to ${path}`)
  return link
}
