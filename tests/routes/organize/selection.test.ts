import { afterEach, beforeEach, expect, test } from 'vitest'
import { countQueries } from './count-queries.ts'
import { readCsv } from '#tests/participants/read-csv.ts'
import { testApp } from '#tests/support/app.ts'
import { givenAccount } from '#tests/support/given.ts'
import { givenApplications, givenCall } from '#tests/support/given-call.ts'
import { signInAs } from '#tests/support/signed-in.ts'

let app: Awaited<ReturnType<typeof testApp>>
let given: Awaited<ReturnType<typeof givenCall>>
let base: string

beforeEach(async () => {
  app = await testApp()
  given = await givenCall(app.services)
  base = `/organize/${given.event.slug}/calls/${given.call.slug}`
  await be('organizer', given.event.id)
})
afterEach(() => app.close())

async function be(role: 'organizer' | 'reviewer' | 'observer', scopeId: string): Promise<void> {
  app.forgetCookies()
  const email = `${role}-${scopeId.slice(-6)}@plenary.example`
  const known = await app.db.selectFrom('accounts').select('id').where('email', '=', email).executeTakeFirst()
  await signInAs(app, known?.id ?? (await givenAccount(app.db, email, [{ role, scope: 'event', scopeId }])).accountId)
}

async function people(count: number) {
  await givenApplications(app.services, { call: given.call, count, withReviews: 2 })
}

async function html(path: string): Promise<string> {
  const response = await app.get(path)
  expect(response.status, path).toBe(200)
  return await response.text()
}

async function addedCohort(name = 'First'): Promise<string> {
  const added = await app.post(`${base}/cohorts`, { name })
  expect(added.status).toBe(303)
  return added.headers.get('Location')!
}

const ids = (page: string) => [...page.matchAll(/name="shown" value="([^"]+)"/g)].map(([, id]) => id!)
const version = (page: string) => /name="version" value="(\d+)"/.exec(page)![1]!

test('the ranking is filtered by its address, explains each rank, and says who took its file; no name is on it', async () => {
  await people(60)
  const page = await html(`${base}/ranking`)
  expect(page).toContain(`${given.call.numberPrefix}-`)
  expect(page).toContain('rel="next"')
  const names = await app.db.selectFrom('people').select(['fullName', 'email']).execute()
  for (const { fullName, email } of names)
    for (const text of [fullName, email]) if (text && text.length > 3) expect(page).not.toContain(text)
  const [id] = [...page.matchAll(/\/ranking\/([0-9a-f-]{36})/g)].map(([, one]) => one!)
  const why = await html(`${base}/ranking/${id}`)
  expect(why).toContain('rank 1 of 60')
  expect(why).toContain('It has the highest mean.')
  const choice = given.call.choices[0]!
  const file = await app.get(`${base}/ranking.csv?choice=${choice.id}`)
  const rows = readCsv(await file.text())
  expect(rows.length).toBeGreaterThan(2)
  for (const [, , , , wishes] of rows.slice(1)) expect(wishes!.split(' ')).toContain(choice.code)
  const { rowCount } = await app.db.selectFrom('downloads').select('rowCount').executeTakeFirstOrThrow()
  expect(rowCount).toBe(rows.length - 1)
})

test('a cohort is added, filled with reasons, looked at as a what-if that saves nothing, kept with a reason', async () => {
  await people(200)
  const own = await addedCohort()
  const suggest = await html(`${own}/suggest`)
  const done = await app.post(`${own}/suggest`, { version: version(suggest) })
  expect(done.headers.get('Location')).toBe(`${own}?done=suggested`)
  const page = await html(`${own}?show=in`)
  expect(page).toMatch(/First wish: |Wish 2: /)
  expect(page).toContain('Rank 1.')
  const shown = ids(page)
  const typed = { version: version(page), shown, in: shown.slice(1), reason: '' }
  const before = await app.db.selectFrom('cohortMembers').selectAll().orderBy('applicationId').execute()
  const looked = await app.post(`${own}/what-if?show=in`, typed)
  expect(looked.status).toBe(200)
  const after = await looked.text()
  expect(after).toMatch(/\d+ → \d+/)
  expect(after).toContain('Nothing is saved yet')
  expect(after.match(/type="checkbox"[^>]*checked=""/g)!.length).toBe(shown.length - 1)
  expect(await app.db.selectFrom('cohortMembers').selectAll().orderBy('applicationId').execute()).toEqual(before)
  const unreasoned = await app.post(`${own}/members?show=in`, typed)
  expect(unreasoned.status).toBe(422)
  expect((await unreasoned.text()).match(/type="checkbox"[^>]*checked=""/g)!.length).toBe(shown.length - 1)
  const kept = await app.post(`${own}/members?show=in`, { ...typed, reason: 'No passport' })
  expect(kept.status).toBe(303)
  expect(await html(`${own}?show=hand`)).toContain('No passport')
  const stale = await app.post(`${own}/members`, { ...typed, in: shown.slice(2), reason: 'again' })
  expect(stale.status).toBe(409)
  const file = readCsv(await (await app.get(`${own}.csv`)).text())
  expect(file.length - 1).toBe(before.filter(({ isIn }) => isIn === 1).length - 1)
})

test('a wall is told by name and the ticks stay as they were; one person is put in with a course and an award', async () => {
  await people(20)
  const own = await addedCohort()
  const limits = await html(`${own}/limits`)
  const seats = given.call.choices.flatMap(({ code }, at) => [
    [`seats[${at}].code`, code],
    [`seats[${at}].most`, '0'],
  ])
  const saved = await app.post(`${own}/limits`, { version: version(limits), ...Object.fromEntries(seats) })
  expect(saved.status).toBe(303)
  const page = await html(own)
  const [one] = ids(page)
  const form = { version: version(page), shown: ids(page), in: [one!], reason: 'why' }
  const refused = await app.post(`${own}/members`, form)
  expect(refused.status).toBe(409)
  const told = await refused.text()
  expect(told).toMatch(/cannot be put in: no seat is left in/)
  expect(told.match(/type="checkbox"[^>]*checked=""/g)!.length).toBe(1)
  expect((await app.post(`${own}/limits/follow`, { version: version(page) })).status).toBe(303)
  const member = await html(`${own}/members/${one}`)
  const put = { version: version(member), choice: given.call.choices[1]!.id, package: '', reason: 'Agreed' }
  expect((await app.post(`${own}/members/${one}`, { ...put, reason: '' })).status).toBe(422)
  expect((await app.post(`${own}/members/${one}`, put)).status).toBe(303)
  expect(await html(own)).toContain('Agreed')
  const later = version(await html(`${own}/members/${one}`))
  expect((await app.post(`${own}/members/${one}/release`, { version: later })).status).toBe(303)
  const out = { ...put, version: version(await html(`${own}/members/${one}`)) }
  expect((await app.post(`${own}/members/${one}/out`, out)).status).toBe(303)
  expect(await app.db.selectFrom('cohortMembers').select(['isIn', 'byHand']).execute()).toEqual([
    { isIn: 0, byHand: 1 },
  ])
})

test('limits come back as typed, are kept whole, and are seen by who saved meanwhile', async () => {
  const page = await html(`${base}/cohorts/limits`)
  const seen = /name="seen" value="([^"]+)"/.exec(page)![1]!
  const targets = { 'targets[0].what': 'gender=woman', 'targets[0].least': '135', 'targets[0].most': '' }
  const wrong = await app.post(`${base}/cohorts/limits`, { seen, mostPerCountry: '6', ...targets })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('value="135"')
  const right = { seen, mostPerCountry: '6', ...targets, 'targets[0].least': '35' }
  expect((await app.post(`${base}/cohorts/limits`, right)).status).toBe(303)
  const { limits } = await app.db.selectFrom('calls').select('limits').executeTakeFirstOrThrow()
  expect(JSON.parse(limits)).toMatchObject({
    mostPerCountry: 6,
    targets: [{ kind: 'gender', of: 'woman', least: 35, most: null }],
  })
  expect((await app.post(`${base}/cohorts/limits`, right)).status).toBe(409)
})

test('two cohorts are compared; one is chosen, renamed, copied, removed', async () => {
  await people(40)
  const one = await addedCohort('First')
  await app.post(`${one}/suggest`, { version: '0' })
  const copied = await app.post(`${base}/cohorts`, { name: 'Second', from: one.split('/').at(-1)! })
  const other = copied.headers.get('Location')!
  const page = await html(`${other}?show=in`)
  const shown = ids(page)
  await app.post(`${other}/members`, { version: version(page), shown, in: shown.slice(1), reason: 'why' })
  const compared = await html(`${base}/cohorts/compare?one=${one.split('/').at(-1)}&other=${other.split('/').at(-1)}`)
  expect(compared).toContain('Only in First')
  expect(compared).toContain(`members/${shown[0]}`)
  expect((await app.post(`${one}/choose`, { version: '1' })).status).toBe(303)
  expect((await app.post(`${one}/remove`, {})).status).toBe(409)
  expect((await app.post(`${other}/rename`, { name: 'Third', version: '1' })).status).toBe(303)
  expect(await html(`${base}/cohorts`)).toContain('Third')
  expect((await app.post(`${other}/remove`, {})).status).toBe(303)
  expect(await html(`${base}/cohorts`)).not.toContain('Third')
})

test('observers, reviewers, other events and other calls find nothing here', { timeout: 60_000 }, async () => {
  await people(3)
  const own = await addedCohort()
  const page = await html(own)
  const [id] = ids(page)
  const pages = ['ranking', `ranking/${id}`, 'ranking.csv', 'cohorts', 'cohorts/limits', 'cohorts/compare']
  const ofCohort = ['', '.csv', '/suggest', '/limits', '/choose', '/rename', '/remove', `/members/${id}`]
  const all = [...pages.map((path) => `${base}/${path}`), ...ofCohort.map((path) => `${own}${path}`)]
  for (const path of all) expect((await app.get(path)).status, path).toBe(200)
  const other = await givenCall(app.services, { sample: 'inet' })
  const sister = `/organize/${other.event.slug}/calls/${other.call.slug}`
  await be('organizer', other.event.id)
  for (const path of all) expect((await app.get(path)).status, path).toBe(404)
  const foreign = all.filter((path) => path.includes(own) || path.includes(id!))
  for (const path of foreign) expect((await app.get(path.replace(base, sister))).status, path).toBe(404)
  for (const act of [
    'members',
    'what-if',
    'suggest',
    'choose',
    'rename',
    'remove',
    `members/${id}`,
    `members/${id}/out`,
  ])
    expect((await app.post(`${own.replace(base, sister)}/${act}`, { version: '0' })).status, act).toBe(404)
  for (const role of ['observer', 'reviewer'] as const) {
    await be(role, given.event.id)
    for (const path of all) expect((await app.get(path)).status, `${role} ${path}`).toBe(404)
  }
})

test('one row or fifty take the same number of queries', async () => {
  await people(1)
  const own = await addedCohort()
  const paths = [`${base}/ranking`, own, `${base}/cohorts`]
  const few = await countQueries(app, paths)
  await givenApplications(app.services, { call: given.call, count: 60, withReviews: 2, seed: 'more' })
  for (let at = 0; at < 5; at++) await addedCohort(`Cohort ${at}`)
  await app.post(`${own}/suggest`, { version: '0' })
  expect(await countQueries(app, paths)).toEqual(few)
})

test('the pages speak French and Arabic', async () => {
  await people(5)
  const own = await addedCohort()
  expect(await html(`/fr${base}/ranking`)).toContain('Classement')
  expect(await html(`/ar${own}`)).toContain('dir="rtl"')
})
