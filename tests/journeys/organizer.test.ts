import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { ROSTER } from '../participants/given-participants.ts'
import { readCsv } from '../participants/read-csv.ts'
import { withDemonstration } from '../support/demonstration.ts'
import { readSheet } from '#app/files/sheets/read-sheet.ts'

const SLUG = 'routing-for-campuses'
const DESK = `/en/organize/${SLUG}`

const site = withDemonstration()

/** Sends the form of the page, as a keyboard does: from the field typed in last. */
async function send(page: Page): Promise<void> {
  await page.locator('main form[method=post] button.go').click()
  expect(await page.locator('.errors').allInnerTexts(), page.url()).toEqual([])
}

test('from nothing to a published workshop that takes a registration, and cancelled that its guest reads of it', async () => {
  const desk = await site.openAs('organizer')
  await desk.goto('/en/organize')
  await desk.getByRole('link', { name: 'New event' }).last().click()
  await desk.locator('[name=title]').fill('Routing for campuses')
  await desk.locator('[name=summary]').fill('Three days of practice for those who run a campus network.')
  await desk.locator('[name=startsOn]').fill('2027-09-13')
  await desk.locator('[name=endsOn]').fill('2027-09-15')
  await desk.locator('[name=zone]').selectOption('Africa/Kigali')
  await desk.locator('[name=country]').selectOption('RW')
  await desk.locator('[name=city]').fill('Kigali')
  await send(desk)
  expect(new URL(desk.url()).pathname).toBe(DESK)

  await desk.goto(`${DESK}/publish`)
  expect(await desk.locator('main button.go').count()).toBe(0)
  await desk.getByRole('link', { name: /How to get in/ }).click()
  await desk.locator('[name=accessNote]').fill('Step-free from the street to the lab.')
  await send(desk)

  await desk.goto(`${DESK}/tracks/new`)
  await desk.locator('[name=code]').fill('T1')
  await desk.locator('[name=title]').fill('Inside the campus')
  await send(desk)
  await desk.goto(`${DESK}/people/new`)
  await desk.locator('[name=fullName]').fill('Ngozi Muster')
  await desk.locator('[name=trackId]').selectOption({ label: 'T1: Inside the campus' })
  await send(desk)
  await desk.goto(`${DESK}/seats/new`)
  await desk.locator('[name=name]').fill('Lab 3')
  await desk.locator('[name=size]').fill('2')
  await send(desk)
  await desk.goto(`${DESK}/tickets/new`)
  await desk.locator('[name=name]').fill('Participant')
  await desk.locator('[name=code]').fill('P')
  await desk.locator('[name=trackId]').selectOption({ label: 'T1: Inside the campus' })
  await send(desk)

  const guest = await site.open()
  expect((await guest.goto(`/en/events/${SLUG}`))!.status()).toBe(404)
  await desk.goto(`${DESK}/publish`)
  await send(desk)

  await guest.goto('/en/events?q=campuses')
  await guest.getByRole('link', { name: 'Routing for campuses' }).click()
  expect(await guest.locator('main').innerText()).toContain('Ngozi Muster')
  await guest.getByRole('link', { name: 'Register' }).first().click()
  await guest.locator('[name="people[0].fullName"]').fill('Uwase Exemple')
  await guest.locator('[name="people[0].email"]').fill('uwase@campus.example')
  await guest.locator('[name="people[0].country"]').selectOption('RW')
  await guest.locator('[name=conduct]').check()
  await guest.locator('button.go').click()
  await guest.waitForURL(/\/orders\/P[A-Z0-9]{3}-[A-Z0-9]{4}\?key=/)

  await desk.goto(`${DESK}/registrations`)
  expect(await desk.locator('main').innerText()).toContain('Uwase Exemple')
  await desk.goto(`${DESK}/cancel`)
  await send(desk)
  await desk.getByRole('button', { name: 'Cancel the event and tell one person' }).click()
  await guest.reload()
  expect(await guest.locator('main').innerText()).toMatch(/cancelled/i)
  await guest.goto(`/en/events/${SLUG}`)
  expect(await guest.locator('main').innerText()).toMatch(/cancelled/i)
})

test('an instructor finds the twelve people of the track, and takes them along as a file for a spreadsheet', async () => {
  const page = await site.openAs('instructor')
  await page.goto('/en/teach')
  await page.locator('main h3 a', { hasText: 'Kigali' }).first().click()
  await page.getByRole('navigation', { name: 'This event' }).getByRole('link', { name: 'Participants' }).click()
  const list = await page.locator('main table').innerText()
  for (const { fullName } of ROSTER) expect(list).toContain(fullName)

  const take = async (name: RegExp) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('main .get').getByRole('link', { name }).click(),
    ])
    return await readFile(await download.path())
  }
  const names = readCsv((await take(/^CSV/)).toString()).map(([name]) => name)
  const sheet = await readSheet(await take(/^Excel/), { rows: 100, columns: 100 })
  for (const { fullName } of ROSTER) {
    expect(names).toContain(fullName.replace(/^=/, "'="))
    expect(sheet.rows.map(([name]) => name)).toContain(fullName)
  }
  expect(sheet.rows).toHaveLength(1 + ROSTER.length)
  expect(names).toHaveLength(1 + ROSTER.length)
})
