import { afterEach, beforeEach, expect, test } from 'vitest'
import { countQueries } from './count-queries.ts'
import { codeOf, DAY, givenCourse, MORNING } from '#tests/attendance/given-marks.ts'
import { givenParticipants } from '#tests/participants/given-participants.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { cancelRegistrations } from '#app/registrations/seats/cancel-registrations.server.ts'
import { addMinutes } from '#app/values/moment.ts'

let app: Awaited<ReturnType<typeof testApp>>
let course: Awaited<ReturnType<typeof givenCourse>>

beforeEach(async () => {
  app = await testApp()
  course = await givenCourse(app.db)
  app.setNow(MORNING)
  await signInAs(app, course.frontDesk)
})

afterEach(async () => {
  expect((await checkInvariants(app.db)).filter(({ violations }) => violations > 0)).toEqual([])
  await app.close()
})

const BASE = '/organize/ntw-2027/check-in'

async function html(path: string): Promise<string> {
  const response = await app.get(path)
  expect(response.status, path).toBe(200)
  return await response.text()
}

async function scan(code: string, more = {}, prefix = '') {
  const response = await app.post(`${prefix}${BASE}`, { code, desk: 'Door A', slot: 'arrival', ...more })
  const location = response.headers.get('Location')
  return { status: response.status, location, page: location ? await html(location) : await response.text() }
}

test('a scanned ticket lets in at once, and again says since when, by whom and where', async () => {
  const [id] = course.first
  const code = await codeOf(app.db, id!)
  const first = await scan(` ${code.toLowerCase().replace('-', ' ')}\n`)
  expect(first.status).toBe(303)
  expect(first.page).toContain('You are checked in.')
  expect(first.page).toContain('Contohwati')
  app.setNow(addMinutes(MORNING, 10))
  const again = await scan(code, { desk: 'Door B' })
  expect(again.page).toContain('Already here')
  expect(again.page).toContain('09:00 (UTC+2), 10 minutes ago')
  expect(again.page).toMatch(/at \u2068Door A\u2069/)
  const undone = await app.post(`${BASE}/${id}/undo`, { desk: 'Door A' })
  expect(await html(undone.headers.get('Location')!)).toContain('The check-in was undone.')
  expect((await scan(code)).page).toContain('You are checked in.')
  expect(await html(BASE)).toMatch(/Arrived<\/dt><dd>1</)
})

test('each wrong code has its sentence, in three languages', async () => {
  const other = await givenEvent(app.db, { slug: 'other' })
  const [elsewhere] = await givenParticipants(app.db, other, [{ fullName: 'Ng' }])
  const said = {
    misread: ['I could not read that', 'Je n’ai pas pu lire', 'لم أستطع قراءة'],
    unknown: ['We do not know this code', 'Nous ne connaissons pas', 'لا نعرف هذا الرمز'],
    other: ['for another event', 'pour un autre événement', 'لفعالية أخرى'],
    cancelled: ['was cancelled', 'a été annulée', 'أُلغي هذا المقعد'],
  }
  const [gone] = course.first
  const by = { reason: 'request', now: NOW, actor: { kind: 'account' as const, id: course.organizer } }
  await cancelRegistrations(app.db, { registrationIds: [gone!], ...by })
  for (const [at, prefix] of ['', '/fr', '/ar'].entries()) {
    for (const typed of ['', 'T7KQ-4M2', '12345', 'x9'.repeat(5_000)]) {
      const answer = await scan(typed, {}, prefix)
      expect([answer.status, answer.page.includes(said.misread[at]!)], typed.slice(0, 20)).toEqual([422, true])
      expect(answer.page.length).toBeLessThan(60_000)
    }
    expect((await scan('T222-2222', {}, prefix)).page).toContain(said.unknown[at])
    const foreign = await scan(await codeOf(app.db, elsewhere!), {}, prefix)
    expect([foreign.status, foreign.page.includes(said.other[at]!), foreign.page.includes('>Ng<')]).toEqual([
      404,
      true,
      false,
    ])
    const cancelled = await scan(await codeOf(app.db, gone!), {}, prefix)
    expect(cancelled.page).toContain(said.cancelled[at])
    expect(cancelled.page).not.toContain('name="overrule"')
  }
  expect(await app.db.selectFrom('attendanceMarks').select('id').execute()).toEqual([])
})

test('a ticket for another day is let in by a second look only, and that is on record', async () => {
  const [id] = course.first
  const [type] = course.event.tickets
  await app.db.insertInto('ticketTypeDays').values({ ticketTypeId: type!.id, heldOn: '2027-06-14' }).execute()
  const wrong = await scan(await codeOf(app.db, id!))
  expect(wrong.page).toContain('This ticket is for 14 June; this is the door for 16 June.')
  expect(wrong.page).toContain('name="overrule" value="wrong-day"')
  const done = await app.post(`${BASE}/${id}`, { overrule: 'wrong-day', desk: 'Door A' })
  expect(await html(done.headers.get('Location')!)).toContain('You are checked in.')
  const mark = await app.db.selectFrom('attendanceMarks').select(['overruled', 'desk', 'source']).executeTakeFirst()
  expect(mark).toEqual({ overruled: 'wrong-day', desk: 'Door A', source: 'desk' })
})

test('a held seat hears what is due and is led to where it is paid', async () => {
  const [id] = course.second
  await app.db.updateTable('registrations').set({ state: 'held' }).where('id', '=', id!).execute()
  const page = await html(`${BASE}/${id}`)
  expect(page).toContain('Not paid')
  expect(page).toMatch(/href="\/finance\/desk\/P[A-Z0-9-]+"/)
  await app.db.updateTable('registrations').set({ state: 'confirmed' }).where('id', '=', id!).execute()
})

test('people are found by name in any script; by address only by who organizes', async () => {
  expect(await html(`${BASE}?q=${encodeURIComponent('thora')}`)).toContain('Þóra Dæmisdóttir')
  expect(await html(`${BASE}?q=${encodeURIComponent('نور')}`)).toContain('نور تجريبي')
  expect(await html(`${BASE}?q=nobody-at-all`)).toContain('Nobody found')
  const named = await app.post(BASE, { code: 'Contohwati' })
  expect(named.headers.get('Location')).toContain('?q=Contohwati')
  const address = `${BASE}?q=${encodeURIComponent('person-0-')}`
  expect(await html(address)).toContain('Nobody found')
  app.forgetCookies()
  await signInAs(app, course.organizer)
  expect(await html(address)).toContain('Contohwati')
})

test('the badge of one person and a list for the door come on paper, and both are written down', async () => {
  const [id] = course.first
  const paper = [
    /href="([^"]*badges.pdf[^"]*)"/.exec(await html(`${BASE}/${id}`)),
    /href="([^"]*door-list.pdf)"/.exec(await html(BASE)),
  ]
  for (const [, link] of paper as string[][]) {
    const response = await app.get(link!)
    expect(response.headers.get('Content-Type'), link).toBe('application/pdf')
    await response.arrayBuffer()
  }
  const downloads = await app.db.selectFrom('downloads').select(['kind', 'rowCount']).orderBy('kind').execute()
  expect(downloads).toEqual([
    { kind: 'badges', rowCount: 1 },
    { kind: 'door-list', rowCount: 6 },
  ])
  expect((await app.get('/organize/ntw-2027/badges.pdf?person=nobody')).status).toBe(404)
})

test('an instructor has no front desk, and nobody reaches a person of another event by it', async () => {
  const other = await givenEvent(app.db, { slug: 'other' })
  const [elsewhere] = await givenParticipants(app.db, other, [{ fullName: 'Ng' }])
  expect((await app.get(`${BASE}/${elsewhere}`)).status).toBe(404)
  expect((await app.post(`${BASE}/${elsewhere}`, {})).status).toBe(404)
  expect((await app.post(`${BASE}/${elsewhere}/undo`, {})).status).toBe(404)
  app.forgetCookies()
  await signInAs(app, course.instructor)
  expect((await app.get(BASE)).status).toBe(404)
  expect((await app.get('/organize/ntw-2027/attendance')).status).toBe(404)
})

test('organizers choose what is marked and see what is to be looked at; the queries do not grow with the people', async () => {
  app.forgetCookies()
  await signInAs(app, course.organizer)
  const page = '/organize/ntw-2027/attendance'
  expect(await html(page)).toContain('Wednesday 16 June, morning')
  const saved = await app.post(page, { unit: 'day', version: '0' })
  expect(saved.status).toBe(303)
  expect(await html(page)).not.toContain('morning')
  expect((await app.post(page, { unit: 'session', version: '0' })).status).toBe(409)
  const paths = [BASE, `${BASE}?q=test`, page]
  const before = await countQueries(app, paths)
  await givenParticipants(
    app.db,
    course.event,
    Array.from({ length: 50 }, (_, at) => ({ fullName: `Test ${at}` })),
  )
  expect(await countQueries(app, paths)).toEqual(before)
  expect(DAY).toBe('2027-06-16')
})
