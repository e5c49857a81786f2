import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { axeFindings, DESKTOP } from '../support/browser.ts'
import { withDemonstration } from '../support/demonstration.ts'
import { givenApplications, givenCall } from '../support/given-call.ts'
import { assigned } from '../applications/reviews/given-reviews.ts'
import { newId } from '#app/values/id.ts'
import { connect } from '#db/connect.ts'

const site = withDemonstration()

const NOW = new Date().toISOString()

/** A call with ten applications in the queue of the demonstration's reviewer. */
async function givenQueue() {
  const db = connect(`sqlite:${site.folder()}/plenary.sqlite`, 1)
  const { call, event } = await givenCall({ db }, { sample: 'inet', now: NOW, slug: 'keyboard' })
  await givenApplications({ db }, { call, count: 10, now: NOW })
  await db.updateTable('applications').set({ eligibility: 'eligible' }).where('callId', '=', call.id).execute()
  const { id: accountId } = await db
    .selectFrom('accounts')
    .select('id')
    .where('emailKey', '=', 'reviewer@plenary.example')
    .executeTakeFirstOrThrow()
  const role = { role: 'reviewer' as const, scope: 'event' as const, scopeId: call.eventId, trackId: '' }
  await db
    .insertInto('roles')
    .values({ id: newId(NOW), accountId, ...role, grantedBy: null, grantedAt: NOW })
    .execute()
  const row = { languages: '', choiceCodes: '', isChair: 1 as const, addedBy: null, addedAt: NOW }
  await db
    .insertInto('reviewers')
    .values({ callId: call.id, accountId, ...row })
    .execute()
  await assigned(db, { ...call, reviewersEach: 1 })
  return { db, call, base: `/en/review/${event.slug}/${call.slug}` }
}

/** What a criterion is scored with, in the browser: a number field or the first of its radios. */
function scoreOf(field: Element): string | null {
  const form = field.closest('form')!
  return new FormData(form).get(field.getAttribute('name')!) as string | null
}

/** Tab, until what is reached fits. */
async function tabTo(page: Page, selector: string) {
  for (let press = 0; press < 60; press++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
  }
  throw new Error(`Tab does not lead to ${selector}`)
}

const said = (page: Page) => page.locator('output[data-said]')

test('ten applications are scored by the keyboard alone, and a cut line loses no word', async () => {
  const { db, call, base } = await givenQueue()
  const first = await site.openAs('reviewer', { viewport: DESKTOP, javaScriptEnabled: true })
  const context = first.context()
  let page = first
  await page.goto(base)
  await tabTo(page, 'a.btn.go')
  await page.keyboard.press('Enter')
  await page.waitForURL(/F-001$/)

  const score = async (digit: number) => {
    for (const { code } of call.criteria) {
      await tabTo(page, `[name="score-${code}"]`)
      await page.keyboard.press(String(digit))
    }
  }
  const write = async (words: string) => {
    await tabTo(page, '[name=reason]')
    await page.keyboard.type(words)
  }
  const saveAndGoOn = async () => {
    const before = page.url()
    await page.keyboard.press('Control+Enter')
    await page.waitForURL((url) => url.href !== before)
  }

  for (let number = 1; number <= 10; number++) {
    await score(number % 6)
    if (number === 1) expect(await page.locator('output[data-total]').innerText()).toBe('20 of 100')
    if (number === 3) {
      // On a score, P opens the one before and F the one after; what is not saved yet is kept on the way.
      const here = page.url()
      await page.keyboard.press('p')
      await page.waitForURL(/F-002/)
      await tabTo(page, '[name^=score-]')
      await page.keyboard.press('f')
      await page.waitForURL(/F-003/)
      expect(new URL(here).pathname).toBe(new URL(page.url()).pathname)
      expect(await page.locator(`[name="score-${call.criteria[0]!.code}"]`).first().evaluate(scoreOf)).toBe('3')
    }
    if (number === 4) {
      // The line is cut while words are typed, and the browser is closed without it.
      await context.setOffline(true)
      await write('Written without a line 4')
      await page.keyboard.press('Control+Enter')
      expect(await said(page).innerText()).toContain('safe on this device')
      const address = page.url()
      await page.close()
      await context.setOffline(false)
      page = await context.newPage()
      await page.goto(address)
      expect(await page.locator('[name=reason]').inputValue()).toBe('')
      await tabTo(page, '[data-take]')
      await page.keyboard.press('Enter')
      expect(await page.locator('[name=reason]').inputValue()).toBe('Written without a line 4')
    } else if (number === 7) {
      // It is cut and comes back: the page saves by itself.
      await context.setOffline(true)
      await write('Written without a line 7')
      await said(page).filter({ hasText: 'There is no line' }).waitFor()
      await context.setOffline(false)
      await said(page).filter({ hasText: 'Kept at' }).waitFor()
    } else await write(`Because of ${number}`)
    await saveAndGoOn()
  }
  await page.locator('[data-saved$="/F-010"]').waitFor()
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('review:')))).toEqual([])

  const reviews = await db
    .selectFrom('reviews')
    .innerJoin('applications', 'applications.id', 'reviews.applicationId')
    .select(['applications.number', 'reviews.state', 'reviews.reason', 'reviews.total'])
    .where('reviews.callId', '=', call.id)
    .orderBy('applications.number')
    .execute()
  expect(reviews.map(({ reason }) => reason)).toEqual(
    Array.from({ length: 10 }, (_, at) =>
      [4, 7].includes(at + 1) ? `Written without a line ${at + 1}` : `Because of ${at + 1}`,
    ),
  )
  expect(reviews.map(({ state, total }) => [state, total])).toEqual(
    Array.from({ length: 10 }, (_, at) => ['submitted', ((at + 1) % 6) * 20_000]),
  )
  await db.destroy()

  const { cookies } = await context.storageState()
  const pages = ['/en/review', base, `${base}/F-003`, `${base}/F-003/conflict`, `${base}/F-003/skip`, `${base}/batch`]
  const storageState = { cookies, origins: [] }
  expect(await axeFindings(site.browser(), site.url(), pages, { storageState })).toEqual([])
})
