import { buildIfStale } from './build/build-if-stale.ts'
import { DESKTOP, openBrowser, openPage } from '#tests/support/browser.ts'
import { startServer } from '#tests/support/running-server.ts'

// Makes docs/front-page.png: the front page of the demonstration, as the README shows it.
await buildIfStale()
const server = await startServer([process.execPath, 'server.ts'], { NODE_ENV: 'production' })
const browser = await openBrowser()
try {
  const page = await openPage(browser, server.url, { viewport: DESKTOP })
  await page.goto('/en')
  await page.screenshot({ path: 'docs/front-page.png' })
} finally {
  await browser.close()
  await server.stop()
  await server.remove()
}
