import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { enter, send } from '../ntw/fill-form.ts'
import type { CallSite } from './call-site.ts'
import { organizer, signedIn } from './start-call.ts'

interface Reviewing {
  /** Of the call at the desk. */
  base: string
  reviewers: string[]
  /** What each application deserves of a whole, by its label. */
  deserved: Record<string, number>
  /** What a reviewer must not learn. */
  secrets: string[]
}

/** The organizer names reviewers and deals out what came; each scores their queue to its end, without a name. */
export async function reviewAll(site: CallSite, { base, reviewers, deserved, secrets }: Reviewing) {
  const desk = await organizer(site)
  for (const email of reviewers) await enter(desk, `${base}/reviews/reviewers/new`, { email })
  await desk.goto(`${base}/reviews/assign`)
  await send(desk)
  await desk.waitForURL(/done=assigned/)
  await desk.context().close()
  for (const email of reviewers) {
    const page = await signedIn(site, email)
    await page.goto(base.replace('/organize/', '/review/').replace('/calls/', '/'))
    await page.locator('a.btn.go').click()
    while (!page.url().includes('finished=')) {
      const label = await page.locator('h1').innerText()
      const read = await page.locator('main').innerText()
      for (const secret of secrets) expect(read).not.toContain(secret)
      await score(page, deserved[label]!)
      await page.locator('main form button.go').click()
      expect(await page.locator('.errors').allInnerTexts()).toEqual([])
    }
    await page.context().close()
  }
}

async function score(page: Page, share: number): Promise<void> {
  for (const row of await page.locator('tr[data-maximum]').all()) {
    const points = Math.round(Number(await row.getAttribute('data-maximum')) * share)
    const radio = row.locator(`input[type=radio][value="${points}"]`)
    if ((await radio.count()) > 0) await radio.check()
    else await row.locator('input').fill(String(points))
  }
  await page.locator('[name=reason]').fill('Because of what is written there.')
}
