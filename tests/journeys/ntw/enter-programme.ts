import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { enter, send } from './fill-form.ts'
import { mondayOfRouting, restAsSheet } from './programme.ts'

/** One day session by session, all the others taken from a spreadsheet, looked at and applied. */
export async function enterProgramme(page: Page, desk: string): Promise<void> {
  for (const session of mondayOfRouting()) await enter(page, `${desk}/programme/sessions/new`, session)
  const { text, count } = restAsSheet()
  await page.goto(`${desk}/programme/import`)
  const file = { name: 'programme.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }
  await page.locator('main [name=file]').setInputFiles(file)
  await send(page)
  await send(page)
  expect(await page.locator('.note[data-is=ok]').innerText()).toContain(`new ${count}, changed 0, removed 0`)
}
