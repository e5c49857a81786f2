import { expect, test } from 'vitest'
import { axeFindings, PHONE } from '../support/browser.ts'
import { contentLines, icalFaults } from '../support/ical-checker.ts'
import { withDemonstration } from '../support/demonstration.ts'

const ANDROID = 'Mozilla/5.0 (Linux; Android 14; Pixel 7) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36'

const site = withDemonstration()

test('from the list of events to a calendar of one’s own choice, on a phone without a script', async () => {
  const page = await site.open({ userAgent: ANDROID })
  await page.goto('/en/events?series=ntw')
  await page.getByRole('link', { name: 'Subscribe in your calendar' }).click()
  expect(new URL(page.url()).search).toBe('?series=ntw')
  expect(await page.locator('#how').innerText()).toBe('How to subscribe on Android')

  await page.getByText('Choose what is in it').click()
  await page.locator('input[name=series][value=regional]').check()
  await page.locator('input[name=language][value=fr]').check()
  await page.getByRole('button', { name: 'Show this calendar' }).click()
  const address = new URL(page.url())
  expect([address.pathname, address.search, address.hash]).toEqual([
    '/en/calendar',
    '?series=ntw&series=regional&language=fr',
    '#feed',
  ])
  const name = await page.locator('#feed').innerText()
  expect(name).toMatch(/^Upcoming events · Series: NTW or .+ · Taught in: French$/)
  const top = await page.locator('#feed').evaluate((heading) => heading.getBoundingClientRect().top)
  expect(top).toBeLessThan(PHONE.height / 2)
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)

  const feed = await page.locator('.note a').getAttribute('href')
  const calendar = await (await page.request.get(feed!)).text()
  expect(icalFaults(calendar)).toEqual([])
  const value = (text: string) => contentLines(calendar).flatMap((line) => (line.name === text ? [line.value] : []))
  expect(value('NAME')).toEqual([`Plenary: ${name}`])
  const shown = await page.locator('#contents ~ ul h3').allInnerTexts()
  const summaries = value('SUMMARY').map((title) => title.replaceAll('\\', ''))
  expect(shown.length).toBeGreaterThan(1)
  for (const title of shown) expect(summaries.some((one) => one.includes(title))).toBe(true)
  expect(await page.locator('script').count()).toBe(0)
  await page.context().close()
})

test('a date of an event goes into one’s calendar from its list of dates', async () => {
  const page = await site.open()
  await page.goto('/en/events/inet-2027')
  const file = page.getByRole('link', { name: 'Add to calendar: Early prices end' })
  const [download] = await Promise.all([page.waitForEvent('download'), file.click()])
  expect(download.suggestedFilename()).toBe('inet-2027-early-ends.ics')
  await page.context().close()
})

test.each([
  ['light and wide', {}],
  ['dark and narrow', { colorScheme: 'dark', viewport: PHONE, hasTouch: true, isMobile: true }],
] as const)('its pages have no serious finding, %s', async (_, options) => {
  const paths = ['/en/calendar', '/fr/calendar?series=ntw&language=fr', '/ar/calendar', '/en/calendar?country=AQ']
  expect(await axeFindings(site.browser(), site.url(), paths, options)).toEqual([])
})
