import { afterEach, beforeEach, expect, test } from 'vitest'
import { codeOf, DAY, givenCourse, givenSession, MORNING } from '#tests/attendance/given-marks.ts'
import { givenParticipants } from '#tests/participants/given-participants.ts'
import { countQueries } from '#tests/routes/organize/count-queries.ts'
import { testApp } from '#tests/support/app.ts'
import { signInAs } from '#tests/support/signed-in.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { addMinutes } from '#app/values/moment.ts'

let app: Awaited<ReturnType<typeof testApp>>
let course: Awaited<ReturnType<typeof givenCourse>>

beforeEach(async () => {
  app = await testApp()
  course = await givenCourse(app.db)
  app.setNow(MORNING)
  await signInAs(app, course.instructor)
})

afterEach(async () => {
  expect((await checkInvariants(app.db)).filter(({ violations }) => violations > 0)).toEqual([])
  await app.close()
})

const BASE = '/teach/ntw-2027/attendance'
const SLOT = `half:${DAY}:am`

async function html(path: string): Promise<string> {
  const response = await app.get(path)
  expect(response.status, path).toBe(200)
  return await response.text()
}

async function save(form: Record<string, string | string[]>): Promise<string> {
  const response = await app.post(BASE, { slot: SLOT, ...form })
  expect(response.status).toBe(303)
  return response.headers.get('Location')!
}

async function states(): Promise<Record<string, string>> {
  const rows = await app.db.selectFrom('attendanceStates').select(['registrationId', 'state']).execute()
  return Object.fromEntries(rows.map(({ registrationId, state }) => [registrationId, state]))
}

test('the list opens at what is held now; what changes is saved, and taken back as one', async () => {
  const [one, two, three] = course.first as [string, string, string]
  const page = await html(BASE)
  expect(page).toContain('Wednesday 16 June, morning')
  expect(page).toMatch(new RegExp(`<option value="${SLOT}" selected`))
  expect(page).toContain('0 here, 0 absent, 0 excused, 3 not marked, of 3.')
  expect(page).not.toContain('Тест Примеров')
  expect(await html(`${BASE}?all=present`)).toContain('nothing is kept before')
  const shown = { [`was-${one}`]: 'none', [`was-${two}`]: 'none', [`was-${three}`]: 'none' }
  const chosen = { [`state-${one}`]: 'present', [`state-${two}`]: 'excused', [`state-${three}`]: 'none' }
  const saved = await save({ people: [one, two, three], ...shown, ...chosen })
  expect(await states()).toEqual({ [one]: 'present', [two]: 'excused' })
  const said = await html(saved)
  expect(said).toContain('2 marks saved')
  app.setNow(addMinutes(MORNING, 1))
  const at = /name="at" value="([^"]+)"/.exec(said)![1]!
  const undone = await app.post(`${BASE}/undo`, { slot: SLOT, at })
  expect(await html(undone.headers.get('Location')!)).toContain('Taken back for 2 people.')
  expect(await states()).toEqual({ [one]: 'none', [two]: 'none' })
  const history = await html(`${BASE}/history?code=${await codeOf(app.db, one)}`)
  expect(history.match(/Taken back/g)).toHaveLength(1)
  expect(await html(`${BASE}/figures`)).toContain('Wednesday 16 June, afternoon')
})

test('what a colleague marked meanwhile stays, by either form; nobody who was not shown is marked', async () => {
  const [one, two, three] = course.first as [string, string, string]
  await save({ people: [one], [`was-${one}`]: 'none', [`state-${one}`]: 'present' })
  app.setNow(addMinutes(MORNING, 1))
  // A colleague's page, opened before that: shows nobody here, and ticks the second.
  const back = '/teach/ntw-2027/participants?track=x'
  const done = await app.post(BASE, { slot: SLOT, people: [one, two], was: [''], present: [two], back })
  expect([done.status, done.headers.get('Location')]).toEqual([303, back])
  expect(await states()).toEqual({ [one]: 'present', [two]: 'present' })
  app.setNow(addMinutes(MORNING, 2))
  await app.post(BASE, { slot: SLOT, people: [one, two], was: [one, two], present: [two], back })
  expect(await states()).toEqual({ [one]: 'absent', [two]: 'present' })
  expect((await app.post(BASE, { slot: SLOT, people: [three], back: '//elsewhere.example' })).status).toBe(400)
})

test('another track is as if it were not: its people, its sessions, its marks, its files', async () => {
  const [other] = course.second as [string]
  const theirs = `session:${await givenSession(app.db, course.event.id, { trackId: course.tracks[1] })}`
  await app.db
    .insertInto('attendancePlans')
    .values({ eventId: course.event.id, unit: 'session', version: 1, updatedAt: MORNING })
    .execute()
  expect((await app.get(`${BASE}?slot=${theirs}`)).status).toBe(404)
  expect((await app.post(BASE, { slot: theirs, people: [other], present: [other] })).status).toBe(404)
  await app.db.deleteFrom('attendancePlans').execute()
  const refused = await save({ people: [other], [`was-${other}`]: 'none', [`state-${other}`]: 'present' })
  expect(await html(refused)).toContain('One person could not be marked')
  expect(await states()).toEqual({})
  app.forgetCookies()
  await signInAs(app, course.organizer)
  await save({ people: [other], [`was-${other}`]: 'none', [`state-${other}`]: 'present' })
  app.forgetCookies()
  await signInAs(app, course.instructor)
  for (const path of ['/history', '.csv', '.csv?table=people'])
    expect(await html(BASE + path)).not.toContain('Тест Примеров')
  app.forgetCookies()
  await signInAs(app, course.frontDesk)
  expect((await app.get(BASE)).status).toBe(404)
})

test('the files say every mark and everybody, safe for spreadsheets; each taking away is written down', async () => {
  const [one] = course.first as [string]
  await app.db
    .updateTable('people')
    .set({ fullName: '=SUM(A1) Formula' })
    .where('id', 'in', app.db.selectFrom('registrations').select('personId').where('id', '=', one))
    .execute()
  await save({ people: [one], [`was-${one}`]: 'none', [`state-${one}`]: 'present' })
  const marks = await html(`${BASE}.csv`)
  expect(marks).toContain("'=SUM(A1) Formula")
  expect(marks.split('\r\n').filter(Boolean)).toHaveLength(2)
  const table = await html(`${BASE}.csv?table=people`)
  const lines = table.split('\r\n').filter(Boolean)
  expect(lines).toHaveLength(1 + 3)
  expect(lines.find((line) => line.includes('Formula'))).toMatch(/Here.*,1,0,1$/)
  const downloads = await app.db.selectFrom('downloads').select(['kind', 'trackId']).execute()
  expect(downloads.map(({ kind }) => kind).toSorted()).toEqual(['attendance-table.csv', 'attendance.csv'])
  expect(downloads.every(({ trackId }) => trackId === course.tracks[0])).toBe(true)
})

test('one and fifty people take the same queries', async () => {
  const paths = [BASE, `${BASE}/history`, `${BASE}/figures`]
  const before = await countQueries(app, paths)
  const fifty = Array.from({ length: 50 }, (_, at) => ({ fullName: `Test ${at}` }))
  const ids = await givenParticipants(app.db, course.event, fifty)
  const form = Object.fromEntries(
    ids.flatMap((id) => [
      [`was-${id}`, 'none'],
      [`state-${id}`, 'present'],
    ]),
  )
  await save({ people: ids, ...form })
  expect(await countQueries(app, paths)).toEqual(before)
})
