import { expect } from 'vitest'
import type { CallSite } from '../../calls/call-site.ts'
import { fillPage } from '../../calls/fill-page.ts'
import { send } from '../../ntw/fill-form.ts'
import { AT, type Participant, type Week } from './given-week.ts'
import { FIRST_FLIGHT, weightOf } from '#tests/support/weight.ts'

/** Everybody answers the survey and agrees to a name, on a phone, without script, by the mailed links. */
export async function sayGoodbye(site: CallSite, week: Week, surveyId: string): Promise<void> {
  site.setNow(AT.lastAfternoon)
  await site.work('surveys', 'certificates')
  for (const person of week.people) {
    await answer(site, person)
    await agree(site, person)
  }
  const responses = await site.db().selectFrom('surveyResponses').selectAll().where('surveyId', '=', surveyId).execute()
  expect(responses).toHaveLength(week.people.length)
  // Anonymous is what it says: nothing stored with the answers leads to a person.
  const stored = JSON.stringify(responses)
  for (const { id, fullName } of week.people) for (const secret of [id, fullName]) expect(stored).not.toContain(secret)
}

async function answer(site: CallSite, { email }: Participant): Promise<void> {
  const page = await site.open()
  const address = await site.mailedLink(email, '/surveys/')
  await page.goto(address)
  expect(await page.locator('script').count()).toBe(0)
  expect(await page.locator('main').innerText()).toContain('Anonymous')
  await fillPage(page, {})
  await send(page)
  await page.goto(address)
  expect(await page.locator('main form').count()).toBe(0)
  await page.context().close()
}

async function agree(site: CallSite, { email }: Participant): Promise<void> {
  const page = await site.open()
  const address = await site.mailedLink(email, '/certificate?')
  await page.goto(address)
  expect(await page.locator('script').count()).toBe(0)
  await send(page)
  expect(await page.locator('main').innerText()).toContain('Your name is noted.')
  await page.context().close()
  expect(await weightOf(await (await fetch(address)).text())).toBeLessThanOrEqual(FIRST_FLIGHT)
}
