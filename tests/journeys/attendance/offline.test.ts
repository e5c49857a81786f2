import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { attendanceSite, openDevice, PAGE, tap, unlock, unsent, untilSent } from './site.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'

let site: Awaited<ReturnType<typeof attendanceSite>>

beforeAll(async () => {
  site = await attendanceSite()
}, 120_000)

afterAll(() => site?.stop())

beforeEach(async () => {
  for (const table of ['attendanceConflicts', 'attendanceStates', 'attendanceMarks'] as const)
    await site.db.deleteFrom(table).execute()
})

/** What the browser keeps of its devices. */
async function devicesKept(page: Page): Promise<{ sealed: unknown }[]> {
  return await page.evaluate(
    () =>
      new Promise<{ sealed: unknown }[]>((done) => {
        const request = indexedDB.open('plenary-attendance', 1)
        request.onsuccess = () => {
          const all = request.result.transaction('devices').objectStore('devices').getAll()
          all.onsuccess = () => done(all.result as { sealed: unknown }[])
        }
      }),
  )
}

/** How often each person was marked, and how they stand. */
async function told() {
  const marks = await site.db.selectFrom('attendanceMarks').select(['registrationId', 'state', 'deviceId']).execute()
  const states = await site.db.selectFrom('attendanceStates').select(['registrationId', 'state']).execute()
  return { marks, states }
}

test('two devices without a network, closed and opened again: every mark is there exactly once', async () => {
  const [one, other] = [await site.telephone(), await site.telephone()]
  let [first, second] = [await one.start(), await other.start()]
  for (const [page, name] of [
    [first, 'Front desk 1'],
    [second, 'Front desk 2'],
  ] as const) {
    await site.signIn(page.context())
    await openDevice(page, name)
    await page.context().setOffline(true)
  }
  await tap(first, 0, 15)
  await tap(second, 15, 30)
  await expect.poll(() => unsent(first)).toBe('15 marks not sent yet')
  await expect.poll(() => unsent(second)).toBe('15 marks not sent yet')
  await Promise.all([one.close(), other.close()])

  first = await one.start({ isOffline: true })
  second = await other.start({ isOffline: true })
  for (const page of [first, second]) {
    await page.goto(PAGE)
    await expect.poll(() => page.locator('[data-part=waiting]').textContent()).toContain('15 marks')
    await unlock(page, 'not the passphrase')
    await page.waitForSelector('[data-part=unlock-error]:not([hidden])')
    expect(await page.locator('[data-part=work]').isVisible()).toBe(false)
    await unlock(page)
  }
  // Somebody whom both see, and somebody marked and taken back.
  await tap(first, 30, 35)
  await tap(second, 34, 40)
  await tap(second, 39, 40)
  await expect.poll(() => unsent(first)).toBe('20 marks not sent yet')
  await expect.poll(() => unsent(second)).toBe('22 marks not sent yet')
  expect((await told()).marks).toEqual([])

  await Promise.all([first, second].map((page) => page.context().setOffline(false)))
  await Promise.all([untilSent(first), untilSent(second)])
  const { marks, states } = await told()
  expect(marks).toHaveLength(42)
  expect(new Set(marks.map(({ deviceId }) => deviceId)).size).toBe(2)
  expect(states).toHaveLength(40)
  expect(states.filter(({ state }) => state === 'present')).toHaveLength(39)
  expect(states.filter(({ state }) => state === 'none')).toHaveLength(1)
  expect((await checkInvariants(site.db)).filter(({ violations }) => violations > 0)).toEqual([])
  // Each learns what the other has seen.
  await first.click('[data-part=send]')
  await first.waitForFunction(() => document.querySelector('[data-part=count]')?.textContent === '39')
  await Promise.all([one.close(), other.close()])
}, 300_000)

test('an answer that is lost after the server stored: the marks are sent again, and are there once', async () => {
  const telephone = await site.telephone()
  const page = await telephone.start()
  await site.signIn(page.context())
  await openDevice(page, 'Front desk 1')
  let isLost = true
  await page.context().route('**/marks', async (route) => {
    if (!isLost) return await route.continue()
    await route.fetch()
    await route.abort('connectionreset')
  })
  await tap(page, 0, 3)
  await page.waitForFunction(() => document.querySelector('[data-part=line]')?.getAttribute('data-is') === 'wait')
  await expect.poll(async () => (await told()).marks.length, { timeout: 15_000 }).toBe(3)
  expect(await unsent(page)).toBe('3 marks not sent yet')
  isLost = false
  await page.click('[data-part=send]')
  await untilSent(page)
  expect((await told()).marks).toHaveLength(3)
  await telephone.close()
}, 90_000)

test('a sign-in that ended meanwhile: the marks stay, and are sent after signing in again', async () => {
  const telephone = await site.telephone()
  const page = await telephone.start()
  await site.signIn(page.context())
  await openDevice(page, 'Front desk 1')
  await site.db.updateTable('signIns').set({ endedAt: '2026-01-01T00:00:00.000Z' }).execute()
  await tap(page, 0, 2)
  await page.waitForSelector('[data-part=signed-out]:not([hidden])')
  expect(await page.locator('[data-part=signed-out]').innerText()).toContain('Sign in again; your 2 marks stay here.')
  expect(await page.locator('[data-part=signed-out] a').getAttribute('href')).toContain('/en/signin?to=')
  // The page still opens, from what is kept, and what it keeps is still there.
  await page.reload()
  await unlock(page)
  await page.waitForSelector('[data-part=signed-out]:not([hidden])')
  await site.signIn(page.context())
  await page.click('[data-part=send]')
  await untilSent(page)
  expect((await told()).marks).toHaveLength(2)
  await telephone.close()
}, 90_000)

test('a device whose clock is wrong by a day says so, and its marks carry the right time', async () => {
  const telephone = await site.telephone()
  const page = await telephone.start()
  await page.context().addInitScript(() => {
    const now = Date.now.bind(Date)
    Date.now = () => now() + 86_400_000
  })
  await site.signIn(page.context())
  await openDevice(page, 'Front desk 1')
  expect(await page.locator('[data-part=clock]').innerText()).toContain('off by 24 hours')
  await tap(page, 0, 1)
  await untilSent(page)
  const [mark] = await site.db.selectFrom('attendanceMarks').select(['at', 'deviceAt', 'receivedAt']).execute()
  const hours = (one: string, two: string) => (Date.parse(one) - Date.parse(two)) / 3_600_000
  expect(Math.abs(hours(mark!.at, mark!.receivedAt))).toBeLessThan(0.05)
  expect(hours(mark!.deviceAt!, mark!.at)).toBeCloseTo(24, 1)
  await telephone.close()
}, 90_000)

test('a device that an organizer ended loses its list, not its marks', async () => {
  const telephone = await site.telephone()
  const page = await telephone.start()
  await site.signIn(page.context())
  await openDevice(page, 'Front desk 1')
  await page.context().setOffline(true)
  await tap(page, 0, 2)
  await site.db.updateTable('attendanceDevices').set({ endedAt: '2026-11-01T00:00:00.000Z' }).execute()
  await page.context().setOffline(false)
  await page.waitForSelector('[data-part=ended]:not([hidden])', { timeout: 40_000 })
  expect((await told()).marks).toHaveLength(2)
  expect((await devicesKept(page)).map(({ sealed }) => sealed)).toEqual([null])
  await telephone.close()
}, 90_000)

test('a device that was ended, and signed out besides, loses its list; its marks wait for a sign-in', async () => {
  const telephone = await site.telephone()
  const page = await telephone.start()
  await site.signIn(page.context())
  await openDevice(page, 'Front desk 1')
  await page.context().setOffline(true)
  await tap(page, 0, 2)
  await site.db.updateTable('signIns').set({ endedAt: '2026-11-01T00:00:00.000Z' }).execute()
  await site.db.updateTable('attendanceDevices').set({ endedAt: '2026-11-01T00:00:00.000Z' }).execute()
  await page.context().setOffline(false)
  await page.waitForSelector('[data-part=ended]:not([hidden])', { timeout: 40_000 })
  expect((await devicesKept(page)).map(({ sealed }) => sealed)).toEqual([null])
  expect((await told()).marks).toEqual([])
  await site.signIn(page.context())
  await page.click('[data-part=send]')
  await untilSent(page)
  expect((await told()).marks).toHaveLength(2)
  await telephone.close()
}, 90_000)

test('a device that is forgotten keeps nothing; with marks that are not sent it takes saying it twice', async () => {
  const telephone = await site.telephone()
  const page = await telephone.start()
  await site.signIn(page.context())
  await openDevice(page, 'Front desk 1')
  await page.context().setOffline(true)
  await tap(page, 0, 2)
  await page.click('.dv-about summary')
  await page.click('[data-part=forget]')
  await expect.poll(() => page.locator('[data-part=forget-words]').textContent()).toContain('2 marks are not sent yet')
  await page.click('[data-part=forget]')
  await expect.poll(() => page.locator('[data-part=forget-words]').textContent()).toContain('Press once more')
  expect(await devicesKept(page)).toHaveLength(1)
  await page.context().route('**/marks', (route) => route.abort())
  await page.context().setOffline(false)
  await page.click('[data-part=forget]')
  await page.waitForSelector('[data-part=open]:not([hidden])')
  expect(await devicesKept(page)).toEqual([])
  expect((await told()).marks).toEqual([])
  await telephone.close()
}, 90_000)

test('nothing that the browser keeps can be read without the passphrase', async () => {
  const telephone = await site.telephone()
  const page = await telephone.start()
  await site.signIn(page.context())
  await openDevice(page, 'Front desk 1')
  await page.context().setOffline(true)
  await tap(page, 0, 2)
  const kept = await page.evaluate(async () => {
    const text: string[] = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) text.push(request.url, await (await cache.match(request))!.text())
    }
    const database = await new Promise<IDBDatabase>((done) => {
      const request = indexedDB.open('plenary-attendance', 1)
      request.onsuccess = () => done(request.result)
    })
    for (const store of ['devices', 'marks']) {
      const rows = await new Promise<unknown[]>((done) => {
        const all = database.transaction(store).objectStore(store).getAll()
        all.onsuccess = () => done(all.result)
      })
      text.push(
        JSON.stringify(rows, (_, value: unknown) =>
          value instanceof ArrayBuffer ? new TextDecoder('latin1').decode(value) : value,
        ),
      )
    }
    return text.join('\n')
  })
  expect(kept).toContain('Front desk 1')
  expect(kept).toContain(PAGE)
  expect(kept).not.toContain('Person 01')
  expect(kept).not.toContain('person 01')
  const { code } = await site.db
    .selectFrom('registrations')
    .select('code')
    .where('id', '=', site.ids[0]!)
    .executeTakeFirstOrThrow()
  expect(kept).not.toContain(code)
  await telephone.close()
}, 90_000)
