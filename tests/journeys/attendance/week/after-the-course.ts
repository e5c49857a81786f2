import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { CallSite } from '../../calls/call-site.ts'
import { signedIn } from '../../calls/start-call.ts'
import { send } from '../../ntw/fill-form.ts'
import { AT, DESK, personOf, type Week } from './given-week.ts'

/** The organizer issues what was earned; a stranger checks it; one name is corrected, and one certificate revoked. */
export async function certify(site: CallSite, week: Week): Promise<void> {
  site.setNow(AT.afterwards)
  const page = await signedIn(site, 'organizer@example.org')
  await page.goto(`${DESK}/certificates/issue`)
  await send(page)
  const issued = await site.db().selectFrom('certificates').select(['registrationId', 'serial']).execute()
  const earned = week.people.filter(({ fullName }) => fullName !== 'A').map(({ id }) => id)
  expect(issued.map(({ registrationId }) => registrationId).toSorted()).toEqual(earned.toSorted())
  const serialOf = (id: string) => issued.find(({ registrationId }) => registrationId === id)!.serial
  const stranger = await site.open()
  const right = personOf(week, 'نور تجريبي')
  expect(await verified(stranger, serialOf(right.id))).toContain(right.fullName)

  const corrected = personOf(week, 'Contohwati')
  await page.goto(`${DESK}/certificates/${corrected.id}`)
  await page.locator('[name=name]').fill('Contohwati Contoh')
  await page.getByRole('button', { name: 'Save and agree' }).click()
  await page.goto(`${DESK}/certificates/${corrected.id}`)
  await page.locator('form[action$="/reissue"] button').click()
  const anew = await verified(stranger, serialOf(corrected.id))
  expect(anew).toContain('Contohwati Contoh')
  expect(anew).toContain('It was issued anew on 16 June 2027')

  const revoked = personOf(week, 'Тест Примеров')
  await page.goto(`${DESK}/certificates/${revoked.id}/revoke`)
  await page.locator('[name=reason]').fill('Issued to the wrong person')
  await send(page)
  await page.context().close()
  const gone = await verified(stranger, serialOf(revoked.id))
  expect(gone).toContain('This certificate was revoked')
  expect(gone).toContain('Issued to the wrong person')
  expect(gone).not.toContain('is genuine')
  expect((await stranger.goto('/en/verify/C9999-99999'))!.status()).toBe(404)
  await stranger.context().close()
  await ownPaper(site, corrected.email)
}

async function verified(page: Page, serial: string): Promise<string> {
  await page.goto('/en/verify')
  await page.locator('[name=serial]').fill(serial.toLowerCase())
  await page.locator('main button.go').click()
  expect(await page.locator('script').count()).toBe(0)
  return await page.locator('main').innerText()
}

/** The mail leads to the certificate, which is a PDF. */
async function ownPaper(site: CallSite, email: string): Promise<void> {
  const page = await site.open()
  await page.goto(await site.mailedLink(email, '/certificate?'))
  const pdf = await page.locator('main a[href*="certificate.pdf"]').getAttribute('href')
  const answer = await page.context().request.get(pdf!)
  expect([answer.status(), (await answer.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
  await page.context().close()
}

/** What was answered is shown once nobody can answer any more, without a name. */
export async function readResults(site: CallSite, week: Week, surveyId: string): Promise<void> {
  site.setNow(AT.later)
  const page = await signedIn(site, 'organizer@example.org')
  await page.goto(`${DESK}/surveys/${surveyId}/results`)
  const shown = await page.locator('main').innerText()
  expect(shown).toContain('The instructors')
  expect(shown).toContain('6')
  for (const { fullName } of week.people) if (fullName !== 'A') expect(shown).not.toContain(fullName)
  const csv = await page.context().request.get(`${DESK}/surveys/${surveyId}/results.csv`)
  expect(csv.status()).toBe(200)
  for (const { email } of week.people) expect(await csv.text()).not.toContain(email)
  await page.context().close()
}
