import { expect } from 'vitest'
import type { CallSite } from './call-site.ts'

/** All that somebody's letters are asked of answer, their employer where the call asks for one. */
export async function writeLetters(site: CallSite, { email }: { email: string }, { employer = false } = {}) {
  await writeLetter(site, `referee-${email}`, 'They do well what this is about.')
  if (employer) await writeLetter(site, `employer-${email}`, 'They may come for the whole of it.')
}

/** Whoever was asked for a letter writes it by the mailed link, without an account and without script. */
async function writeLetter(site: CallSite, email: string, letter: string): Promise<void> {
  const link = await site.mailedLink(email, '/references/')
  const page = await site.open()
  await page.goto(link)
  const releases = page.locator('[name=releases][value=yes]')
  if ((await releases.count()) > 0) await releases.check()
  await page.locator('[name=letter]').fill(letter)
  await page.locator('button.go').click()
  await page.waitForURL(/done=sent/)
  expect(await page.locator('script').count()).toBe(0)
  await page.context().close()
}
