import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { givenParticipants } from '../../participants/given-participants.ts'
import { givenAccount, givenEvent } from '../../support/given.ts'
import { attendanceSite, openDevice, unsent, untilSent } from './site.ts'
import { recordMarks } from '#app/attendance/record-marks.server.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { newId } from '#app/values/id.ts'
import { addMinutes, toInstant } from '#app/values/moment.ts'

let site: Awaited<ReturnType<typeof attendanceSite>>

beforeAll(async () => {
  site = await attendanceSite()
}, 120_000)

afterAll(() => site?.stop())

async function codeOf(registrationId: string): Promise<string> {
  const query = site.db.selectFrom('registrations').select('code').where('id', '=', registrationId)
  return (await query.executeTakeFirstOrThrow()).code
}

/** A seat as the device finds it. */
async function stand(id: string, seat: { state: 'confirmed' | 'transferred'; endedAt: string | null }): Promise<void> {
  await site.db.updateTable('registrations').set(seat).where('id', '=', id).execute()
}

/** A hand scanner types the code and Enter; what the page says, once it says this. */
async function shown(page: Page, code: string, verdict: string): Promise<string> {
  await page.fill('#search', code)
  await page.keyboard.press('Enter')
  await page.waitForSelector(`[data-part=answer][data-verdict=${verdict}]`)
  return await page.locator('[data-part=answer]').innerText()
}

test('without a network, a ticket used ten minutes ago, of another event, passed on: each hears a sentence', async () => {
  const [used, passedOn, spare] = site.ids as [string, string, string]
  const now = toInstant(Date.now())
  const { accountId } = await givenAccount(site.db, 'elsewhere@plenary.example')
  const seen = { registrationId: used, slot: 'arrival', state: 'present' as const, at: addMinutes(now, -10) }
  const marks = [{ id: newId(now), ...seen }]
  const by = { event: site.event, marks, accountId, trackIds: 'all' as const, source: 'desk' as const, now }
  expect(await recordMarks(site.db, by)).toMatchObject({ ok: true, value: [{ is: 'stored' }] })
  await stand(passedOn, { state: 'transferred', endedAt: addMinutes(now, -60) })
  const other = await givenEvent(site.db, { slug: 'other' })
  const [ofOther] = await givenParticipants(site.db, other, [{ fullName: 'Somebody Else' }])

  const telephone = await site.telephone()
  const page = await telephone.start()
  await site.signIn(page.context())
  await openDevice(page, 'Front desk 1')
  await page.context().setOffline(true)
  const picture = await shown(page, await codeOf(used), 'already-here')
  expect(picture).toMatch(/Already here\s+Person 01\s+Here since \d\d:\d\d, marked elsewhere\. Is this a picture/)
  expect(await shown(page, await codeOf(passedOn), 'passed-on')).toMatch(
    /Passed on\s+This ticket does not count since \d\d:\d\d\. The front desk helps\./,
  )
  const foreign = await shown(page, await codeOf(ofOther!), 'unknown')
  expect(foreign).toContain('or of another event: the front desk looks it up.')
  expect(foreign).not.toContain('Somebody Else')
  expect(await shown(page, await codeOf(spare), 'ok')).toContain('Person 03')
  expect(await shown(page, await codeOf(spare), 'already-here')).toContain('marked on this device')
  // Of all that was shown, one ticket let somebody in.
  expect(await unsent(page)).toBe('1 mark not sent yet')
  await telephone.close()
  await stand(passedOn, { state: 'confirmed', endedAt: null })
}, 120_000)

test('a ticket and its picture at two doors without a network: both marks are kept, and a person is told', async () => {
  const twice = site.ids[6]!
  const seenDifferently = site.ids[8]!
  const telephones = [await site.telephone(), await site.telephone()]
  const pages = await Promise.all(telephones.map((telephone) => telephone.start()))
  for (const [at, page] of pages.entries()) {
    await page.context().addInitScript(() => {
      const now = Date.now.bind(Date)
      const clock = globalThis as unknown as { minutes?: number }
      Date.now = () => now() + (clock.minutes ?? 0) * 60_000
    })
    await site.signIn(page.context())
    await openDevice(page, `Door ${at + 1}`)
    await page.context().setOffline(true)
    // Ten minutes ago, and eight.
    await page.evaluate((minutes) => Object.assign(globalThis, { minutes }), -10 + 2 * at)
    expect(await shown(page, await codeOf(twice), 'ok')).toContain('Welcome')
  }
  const [first, second] = pages as [Page, Page]
  const row = (page: Page) => page.locator(`[data-part=people] li[data-id="${seenDifferently}"]`)
  await row(first).locator('.dv-more').click()
  await row(first).getByRole('button', { name: 'Absent', exact: true }).click()
  await row(second).locator('.dv-mark').click()
  for (const page of pages) {
    await expect.poll(() => unsent(page)).toBe('2 marks not sent yet')
    await page.evaluate(() => Object.assign(globalThis, { minutes: 0 }))
    await page.context().setOffline(false)
    await untilSent(page)
  }
  const report = second.locator('[data-part=report]')
  await report.waitFor()
  const told = await report.innerText()
  expect(told).toMatch(/Person 07 · \d\d:\d\d · let in elsewhere as well: the ticket may have been copied\./)
  expect(told).toMatch(/Person 09 · \d\d:\d\d · seen differently elsewhere; the newest holds\./)
  const marks = await site.db.selectFrom('attendanceMarks').select(['id']).where('registrationId', '=', twice).execute()
  expect(marks).toHaveLength(2)
  expect((await checkInvariants(site.db)).filter(({ violations }) => violations > 0)).toEqual([])

  const organizer = await site.organizer()
  await first.context().clearCookies()
  await site.signIn(first.context(), organizer)
  await first.goto('/en/organize/workshop/attendance')
  const said = await first.locator('main').innerText()
  expect(said).toContain('One ticket was let in at two places. It may have been copied.')
  for (const name of ['Person 07', 'Person 09', 'Door 1', 'Door 2']) expect(said).toContain(name)
  await Promise.all(telephones.map((telephone) => telephone.close()))
}, 180_000)
