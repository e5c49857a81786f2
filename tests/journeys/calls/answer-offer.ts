import { expect } from 'vitest'
import type { CallSite } from './call-site.ts'
import type { Sent } from './apply.ts'

/** Opens the offer that was mailed, reads what they would still pay, and takes it with what is told of its parts. */
export async function acceptOffer(
  site: CallSite,
  { email, language }: Sent,
  { without = [] }: { without?: string[] } = {},
) {
  const link = await site.mailedLink(email, '/offer')
  const page = await site.open({ locale: language })
  await page.goto(link)
  const offer = await page.locator('main').innerText()
  for (const kind of without) await page.locator(`[name=components][value=${kind}]`).uncheck()
  await page.locator('[name=conduct]').check()
  await page.locator('main form button.go').click()
  expect(await page.locator('.errors').allInnerTexts()).toEqual([])
  return { page, offer }
}

/** Opens the offer that was mailed, and says no with a word. */
export async function declineOffer(site: CallSite, { email, language }: Sent, reason: string): Promise<void> {
  const link = await site.mailedLink(email, '/offer')
  const page = await site.open({ locale: language })
  await page.goto(link)
  await page.locator('main a[href*="/offer/decline"]').click()
  await page.locator('[name=reason]').fill(reason)
  await page.locator('main form button.go, main form button').first().click()
  await page.waitForURL((url) => !url.pathname.endsWith('/decline'))
  await page.context().close()
}
