import { afterAll, beforeAll, expect, test } from 'vitest'
import { attendanceSite, openDevice, PAGE, PASSPHRASE, tap, unlock, unsent, untilSent } from './site.ts'

let site: Awaited<ReturnType<typeof attendanceSite>>

beforeAll(async () => {
  site = await attendanceSite()
}, 120_000)

afterAll(() => site?.stop())

test('the worker answers for the one page: no other address is given it, with a network and without', async () => {
  const telephone = await site.telephone()
  const page = await telephone.start()
  await site.signIn(page.context())
  await openDevice(page, 'Front desk 1')
  await page.reload()
  expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
  // Below the page, and beside it under a longer name: both begin with its address.
  expect((await page.goto(`${PAGE}/devices`))!.status()).toBe(200)
  expect(await page.locator('h1').innerText()).toBe('Devices')
  expect((await page.goto(`${PAGE}-b`))!.status()).toBe(404)
  expect((await page.goto('/en/teach'))!.fromServiceWorker()).toBe(false)
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBe(null)
  await page.context().setOffline(true)
  const other = await page.context().newPage()
  for (const address of [`${PAGE}/devices`, `${PAGE}-b`, '/en/teach', '/en'])
    await expect(other.goto(address)).rejects.toThrow(/ERR_(INTERNET_DISCONNECTED|FAILED)/)
  expect((await page.goto(PAGE))!.fromServiceWorker()).toBe(true)
  await page.waitForSelector('[data-part=unlock]:not([hidden])')
  await telephone.close()
}, 120_000)

test('signed out on this browser, the list stays locked: it opens with the passphrase alone, and is not brought up to date', async () => {
  const telephone = await site.telephone()
  const page = await telephone.start()
  await site.signIn(page.context())
  await openDevice(page, 'Front desk 1')
  await page.goto('/en/me')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.waitForURL(/\/signin/)
  await page.goto(PAGE)
  await page.waitForSelector('[data-part=unlock]:not([hidden])')
  expect(await page.locator('main').innerText()).not.toContain('Person 01')
  await unlock(page, `${PASSPHRASE} not`)
  await page.waitForSelector('[data-part=unlock-error]:not([hidden])')
  expect(await page.locator('main').innerText()).not.toContain('Person 01')
  await unlock(page)
  await page.waitForSelector('[data-part=signed-out]:not([hidden])')
  await telephone.close()
}, 120_000)

test('a new version reaches a device that has marks to send, and every mark is there once', async () => {
  const telephone = await site.telephone()
  const page = await telephone.start()
  await site.signIn(page.context())
  await openDevice(page, 'Front desk 1')
  let isBusy = true
  await page.context().route('**/marks', (route) => (isBusy ? route.abort() : route.continue()))
  await tap(page, 0, 3)
  await expect.poll(() => unsent(page)).toBe('3 marks not sent yet')
  site.deploy('two')
  const version = () => page.evaluate(() => (globalThis as { deployed?: string }).deployed)
  // It opens at once from what is kept, and says that there is something newer.
  await page.goto(PAGE)
  expect(await version()).toBeUndefined()
  await page.waitForSelector('[data-part=newer]:not([hidden])')
  expect(await page.locator('[data-part=newer]').innerText()).toContain('Your marks stay.')
  await page.goto(PAGE)
  await expect.poll(version).toBe('two')
  await expect.poll(() => page.locator('[data-part=waiting]').textContent()).toContain('3 marks')
  await unlock(page)
  await tap(page, 3, 4)
  await expect.poll(() => unsent(page)).toBe('4 marks not sent yet')
  isBusy = false
  await page.click('[data-part=send]')
  await untilSent(page)
  const marks = await site.db.selectFrom('attendanceMarks').select('registrationId').execute()
  expect(marks.map(({ registrationId }) => registrationId).toSorted()).toEqual(site.ids.slice(0, 4).toSorted())
  // The new one opens without a network too.
  await page.context().setOffline(true)
  await page.goto(PAGE)
  await expect.poll(version).toBe('two')
  await telephone.close()
}, 180_000)
