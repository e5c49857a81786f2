import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { enter } from '../ntw/fill-form.ts'
import type { CallSite } from './call-site.ts'
import { organizer } from './start-call.ts'

/** The holder of an award says how their visa stands. */
export async function noteVisa(page: Page, address: string, state: string): Promise<void> {
  await page.goto(address)
  await page.locator('main a[href*="/award"]').first().click()
  await page.locator(`button[name=visa][value=${state}]`).click()
  await page.waitForURL(/done=visa/)
}

/** The organizer has the visa, the ticket and the person before them, and hands the allowance out against a signature. */
export async function handStipend(
  site: CallSite,
  { desk, name, reference }: { desk: string; name: string; reference: string },
): Promise<void> {
  const page = await organizer(site)
  await page.goto(`${desk}/awards`)
  await page.locator('main tr', { hasText: name }).getByRole('link').first().click()
  expect(await page.locator('main').innerText()).toContain(name)
  await enter(page, page.url(), { visa: 'granted', isInHand: true, attended: 'yes' })
  await page.goto(`${desk}/payouts/stipends`)
  const line = page.locator('main tr', { hasText: name })
  await line.locator('[name=reference]').fill(reference)
  await line.getByRole('button').click()
  await page.waitForURL(/done/)
  expect(await line.innerText()).toMatch(/US\$225\s+Paid/)
  await page.goto(`${desk}/payouts`)
  expect(await page.locator('main').innerText()).toContain(name)
  await page.context().close()
}
