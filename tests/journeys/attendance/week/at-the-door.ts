import { expect } from 'vitest'
import type { CallSite } from '../../calls/call-site.ts'
import { signedIn } from '../../calls/start-call.ts'
import { AT, DESK, personOf, type Week } from './given-week.ts'

/** The front desk finds people in another script than they write in, and says what there is to say. */
export async function checkPeopleIn(site: CallSite, week: Week): Promise<void> {
  site.setNow(AT.doors)
  const page = await signedIn(site, 'front-desk@example.org')
  const main = () => page.locator('main').innerText()
  const found = async (words: string, name: string) => {
    await page.goto(`${DESK}/check-in`)
    await page.locator('#q').fill(words)
    await page.getByRole('button', { name: 'Find' }).click()
    await page.locator('main tbody').getByRole('link', { name }).click()
  }
  await found('yamada', '山田 例')
  await page.getByRole('button', { name: 'Check in', exact: true }).click()
  expect(await main()).toContain('You are checked in.')
  await page.locator('#code').fill(personOf(week, '山田 例').code.toLowerCase())
  await page.getByRole('button', { name: 'Enter' }).click()
  expect(await main()).toMatch(/Already here\s+This ticket was used at/)

  await found('نور', 'نور تجريبي')
  await page.getByRole('button', { name: 'Check in', exact: true }).click()
  await page.getByRole('button', { name: 'Undo check-in' }).click()
  expect(await main()).toContain('The check-in was undone.')
  await page.getByRole('button', { name: 'Check in', exact: true }).click()
  expect(await main()).toContain('You are checked in.')

  await page.locator('#code').fill(week.unpaid.code)
  await page.getByRole('button', { name: 'Enter' }).click()
  expect(await main()).toMatch(/Not paid\s+Your seat is held, but .*50.* is not paid yet/)
  expect(await page.getByRole('button', { name: 'Check in', exact: true }).count()).toBe(0)
  await page.context().close()
  const states = await site
    .db()
    .selectFrom('attendanceStates')
    .select('registrationId')
    .where('slot', '=', 'arrival')
    .where('state', '=', 'present')
    .execute()
  const arrived = ['山田 例', 'نور تجريبي'].map((name) => personOf(week, name).id)
  expect(states.map(({ registrationId }) => registrationId).toSorted()).toEqual(arrived.toSorted())
}
