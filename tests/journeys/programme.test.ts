import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { axeFindings, DESKTOP } from '../support/browser.ts'
import { withDemonstration } from '../support/demonstration.ts'

const site = withDemonstration()
const EVENT = '/en/organize/inet-2027'

/** The Google sample in the days of INET 2027. */
const GOOGLE = readFileSync(new URL('../calendar/samples/google.ics', import.meta.url), 'utf8').replace(
  /202706(1[4-9])/g,
  (_, day: string) => `202706${Number(day) + 7}`,
)

test('a programme comes from a calendar file without script: looked at, imported, corrected, and as calendars show the event', async () => {
  const desk = await site.openAs('administrator', { viewport: DESKTOP })
  const choose = async (text: string) => {
    await desk.getByRole('link', { name: 'Import and export' }).last().click()
    const buffer = Buffer.from(text)
    await desk.locator('[name=file]').setInputFiles({ name: 'programme.ics', mimeType: 'text/calendar', buffer })
    await desk.getByRole('button', { name: 'Look at the file' }).click()
  }
  await desk.goto(EVENT)
  await desk.getByRole('link', { name: 'Programme', exact: true }).click()
  await choose(GOOGLE)
  expect(await desk.locator('main').innerText()).toContain('Opening, and what we will build')
  const preview = new URL(desk.url()).pathname
  await desk.getByRole('button', { name: 'Import this' }).click()
  expect(await desk.locator('.note[data-is=ok]').innerText()).toMatch(/new 5, changed 0, removed 0/)

  await desk.getByRole('link', { name: 'Back to the programme' }).click()
  expect(await desk.locator('main').innerText()).toContain('Coffee, later')
  await choose(GOOGLE.replace('Great Hall', 'Hall B').replace('RRULE:FREQ=DAILY;COUNT=5', 'RRULE:FREQ=DAILY;COUNT=2'))
  expect(await desk.locator('main').innerText()).toMatch(/Room:.*Hall B/s)
  await desk.getByRole('checkbox').first().check()
  await desk.getByRole('button', { name: 'Import this' }).click()
  expect(await desk.locator('.note[data-is=ok]').innerText()).toMatch(/new 0, changed 1, removed 1/)

  await desk.getByRole('link', { name: 'Event', exact: true }).click()
  await desk.getByRole('link', { name: 'Calendars' }).click()
  await desk.locator('[name=zone]').selectOption('Asia/Tokyo')
  await desk.getByRole('button', { name: 'Show' }).click()
  expect(await desk.locator('article').count()).toBe(6)
  const cookies = await desk.context().cookies()
  const storageState = { cookies, origins: [] }
  const pages = [`${EVENT}/programme`, `${EVENT}/programme/import`, preview, `${EVENT}/calendar`]
  expect(await axeFindings(site.browser(), site.url(), pages, { storageState })).toEqual([])
})
