import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { startServer } from '../support/running-server.ts'
import { translator } from '#app/locales/translate.ts'
import { SERVER, SURROUNDINGS } from '../bench/server-command.ts'

/** Generous: what is measured on a quiet machine stands in docs/performance.md. */
const MEGABYTES = 135
const MILLISECONDS = 8000

test.runIf(process.platform === 'linux')(
  'a server that has shown a page and rests is small, was there at once, and speaks what it has not spoken yet',
  async () => {
    const first = await startServer(SERVER, SURROUNDINGS)
    await first.stop()
    const server = await startServer(SERVER, SURROUNDINGS, first.folder)
    try {
      expect(server.readyAfter).toBeLessThan(MILLISECONDS)
      const page = await fetch(server.url)
      expect(page.status).toBe(200)
      await page.text()
      await sleep(5000)
      expect(await server.memory()).toBeLessThan(MEGABYTES)
      for (const language of ['fr', 'ar'] as const) {
        const front = await (await fetch(`${server.url}/${language}`)).text()
        expect(front).toContain(translator(language)('catalogue.frontTitle'))
      }
    } finally {
      await server.stop()
      await server.remove()
    }
  },
)
