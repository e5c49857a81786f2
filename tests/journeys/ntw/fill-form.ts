import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { typeAll } from '../type-all.ts'

/** What is typed, chosen or ticked; a list ticks, of the boxes of one name, those whose labels have these words. */
export type Typed = Record<string, string | boolean | (string | RegExp)[]>

const FORM = 'main form[method=post]'

/** Opens a page, fills its form by the names of its fields and sends it; the server must take it. */
export async function enter(page: Page, address: string, typed: Typed): Promise<void> {
  expect((await page.goto(address, { waitUntil: 'domcontentloaded' }))!.status(), address).toBe(200)
  const words = Object.entries(typed).filter((one): one is [string, string | boolean] => !Array.isArray(one[1]))
  await typeAll(page, FORM, Object.fromEntries(words))
  for (const [name, value] of Object.entries(typed))
    for (const label of Array.isArray(value) ? value : [])
      await page.locator(`${FORM} label:has([name="${name}"])`, { hasText: label }).click()
  await send(page)
}

/** Sends the form of the page. */
export async function send(page: Page): Promise<void> {
  const from = page.url()
  await page.locator(`${FORM} button.go`).click()
  expect(await page.locator('.errors').allInnerTexts(), from).toEqual([])
}

/** Writes the French texts of what a list has: each row's page, in that language. */
export async function inFrench(page: Page, list: string, rows: { link: string; typed: Typed }[]): Promise<void> {
  await page.goto(list)
  const addresses = await Promise.all(
    rows.map(({ link }) => page.locator('main').getByRole('link', { name: link, exact: true }).getAttribute('href')),
  )
  for (const [at, { typed }] of rows.entries()) await enter(page, `${addresses[at]}?text=fr`, typed)
}
