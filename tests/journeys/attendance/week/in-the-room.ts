import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { CallSite } from '../../calls/call-site.ts'
import { signedIn } from '../../calls/start-call.ts'
import { send } from '../../ntw/fill-form.ts'
import { AT, DESK, personOf, ROOM, type Week } from './given-week.ts'

/** The instructor has the list as files and on paper, marks three half-days, and types back what was signed. */
export async function teach(site: CallSite, week: Week): Promise<void> {
  site.setNow(AT.morning)
  let page = await signedIn(site, 'instructor@example.org')
  await takeListAway(page, week)
  await markFromList(page, week, 'half:2027-06-14:am')
  const sheet = `${ROOM}/paper/sign-in.pdf?track=${week.trackId}&day=2027-06-14&parts=pm&paper=a4`
  const pdf = await page.context().request.get(sheet)
  expect([pdf.status(), (await pdf.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
  site.setNow(AT.afternoon)
  await typeSheetBack(site, page, week)
  await page.context().close()
  site.setNow(AT.lastMorning)
  page = await signedIn(site, 'instructor@example.org')
  await markFromList(page, week, 'half:2027-06-15:am')
  // Who organizes, and what is not of this course, are nobody's in the room.
  expect((await page.goto(`${DESK}/certificates`))!.status()).toBe(404)
  await page.context().close()
}

async function takeListAway(page: Page, { people }: Week): Promise<void> {
  await page.goto(`${ROOM}/participants`)
  const shown = await page.locator('main').innerText()
  for (const { fullName } of people) expect(shown).toContain(fullName)
  expect(shown).not.toContain('Ng')
  const fileOf = async (format: string) => {
    const address = await page.locator(`main a[href*="participants.${format}"]`).first().getAttribute('href')
    const answer = await page.context().request.get(address!)
    expect(answer.status()).toBe(200)
    return await answer.body()
  }
  const csv = (await fileOf('csv')).toString()
  expect(csv.trim().split('\r\n')).toHaveLength(1 + people.length)
  for (const { fullName } of people) expect(csv).toContain(fullName)
  expect((await fileOf('xlsx')).subarray(0, 2).toString()).toBe('PK')
}

/** Everybody is here but one. */
async function markFromList(page: Page, week: Week, slot: string): Promise<void> {
  await page.goto(`${ROOM}/attendance?${new URLSearchParams({ slot, all: 'present' })}`)
  await page.locator(`[name="state-${personOf(week, 'A').id}"][value=absent]`).check()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  expect(await page.locator('main').innerText()).toContain('6 marks saved')
}

/** With one letter misread first; whoever did not sign stays unmarked. */
async function typeSheetBack(site: CallSite, page: Page, week: Week): Promise<void> {
  const sheet = await site.db().selectFrom('attendanceSheets').select(['id', 'code']).executeTakeFirstOrThrow()
  const row = await site
    .db()
    .selectFrom('attendanceSheetRows')
    .select('position')
    .where('sheetId', '=', sheet.id)
    .where('registrationId', '=', personOf(week, 'A').id)
    .executeTakeFirstOrThrow()
  const open = async (code: string) => {
    await page.goto(`${ROOM}/attendance/paper`)
    await page.locator('[name=code]').fill(code)
    await page.locator('main form[method=get] button.go').click()
  }
  await open((sheet.code.startsWith('A') ? 'C' : 'A') + sheet.code.slice(1))
  expect(await page.locator('.errors').innerText()).toContain('A letter is wrong or two changed places.')
  await open(sheet.code.toLowerCase())
  await page.locator('[name=pm]').fill(`all but ${row.position}`)
  await send(page)
  expect(await page.locator('main').innerText()).toContain('This will be marked')
  await send(page)
  expect(await page.locator('main').innerText()).toContain(`Sheet ${sheet.code}: 5 marks are stored.`)
}
