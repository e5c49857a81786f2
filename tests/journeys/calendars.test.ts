import { expect, test } from 'vitest'
import { axeFindings, DESKTOP } from '../support/browser.ts'
import { withDemonstration } from '../support/demonstration.ts'

const site = withDemonstration()

test('a calendar of one’s own: made, copied, fetched, ended, gone; without a script', async () => {
  const page = await site.openAs('organizer')
  await page.goto('/en/me')
  await page.locator('a[href="/en/me/calendars"]').click()
  await page.locator('[name=name]').fill('My phone')
  await page.getByRole('button', { name: 'Make the calendar' }).click()
  expect(await page.locator('h1').innerText()).toBe('Your calendar is ready')
  expect(await page.locator('script').count()).toBe(0)
  const address = (await page.locator('a[href$=".ics"][href^="http"]').first().innerText()).trim()
  // The address stands in no history: the page has the one of the list.
  expect(new URL(page.url()).pathname).toBe('/en/me/calendars')

  const fetched = await fetch(address, { headers: { 'User-Agent': 'iOS/18.1 (22B83) dataaccessd/1.0' } })
  expect([fetched.status, fetched.headers.get('Set-Cookie')]).toEqual([200, null])
  expect(await fetched.text()).toContain('NTW 2027 Kigali')
  await page.getByRole('link', { name: 'Your calendars' }).click()
  expect(await page.locator('main').innerText()).toContain('Apple Calendar')
  expect(await page.content()).not.toContain(address)

  await page.getByRole('link', { name: 'End My phone' }).click()
  await page.getByRole('button', { name: 'End the calendar' }).click()
  expect(await page.locator('main').innerText()).toContain('The calendar is ended.')
  const gone = await fetch(address, { redirect: 'manual' })
  expect([gone.status, await gone.text()]).toEqual([410, ''])
  await page.context().close()
})

test('nothing is wider than the screen, in three languages, and axe finds nothing serious', async () => {
  const page = await site.openAs('attendee')
  for (const language of ['en', 'fr', 'ar']) {
    await page.goto(`/${language}/me/calendars`)
    await page.locator('form[action$="/me/calendars"] button.go').click()
    const pages = [language]
    for (const path of ['', `/${language}/me/calendars`, `/${language}/me`]) {
      if (path !== '') await page.goto(path)
      pages.push(path)
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect([...pages, overflow <= 0]).toEqual([...pages, true])
    }
  }
  await page.goto('/en/me/calendars')
  const list = await page.locator('a[href$="/renew"]').first().getAttribute('href')
  const cookies = await page.context().cookies()
  await page.context().close()
  const storageState = { cookies, origins: [] }
  expect(
    await axeFindings(site.browser(), site.url(), ['/en/me/calendars', list!, list!.replace('renew', 'revoke')], {
      storageState,
      viewport: DESKTOP,
    }),
  ).toEqual([])
}, 60_000)
