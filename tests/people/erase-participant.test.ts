import { afterEach, beforeEach, expect, test } from 'vitest'
import { aMark, givenCourse, MORNING } from '#tests/attendance/given-marks.ts'
import { givenRule, issueAll } from '#tests/certificates/given-certificates.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenSurvey, whenAnswered } from '#tests/surveys/given-survey.ts'
import { openDevice } from '#app/attendance/devices/open-device.server.ts'
import { recordMarks } from '#app/attendance/record-marks.server.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { decideException } from '#app/certificates/decide-exception.server.ts'
import { writeName } from '#app/certificates/write-name.server.ts'
import { erasePerson } from '#app/people/erase-person.server.ts'
import { newId } from '#app/values/id.ts'
import { newToken } from '#app/values/secret.ts'

let services: Awaited<ReturnType<typeof testServices>>

beforeEach(async () => {
  services = await testServices()
})

afterEach(() => services.close())

const actor = { kind: 'operator' as const }

async function everything(): Promise<string> {
  const tables = await services.db.introspection.getTables()
  const rows = []
  for (const { name } of tables)
    rows.push(
      await services.db
        .selectFrom(name as 'people')
        .selectAll()
        .execute(),
    )
  return JSON.stringify(rows)
}

async function count(table: 'attendanceMarks' | 'labGroups' | 'rosterEntries' | 'certificates' | 'surveyTurnouts') {
  return (await services.db.selectFrom(table).selectAll().execute()).length
}

async function invariants() {
  return (await checkInvariants(services.db)).filter(({ violations }) => violations > 0)
}

test('of a participant nothing is left but ids: not on certificates, in surveys, nor what was decided of them', async () => {
  const { db } = services
  const { event, first, organizer, instructor } = await givenCourse(db, ['Erasmia Muestra', 'Ng'])
  const [gone, stays] = first as [string, string]
  const { email } = await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .select('email')
    .where('registrations.id', '=', gone)
    .executeTakeFirstOrThrow()
  const eventId = event.id
  const name = { registrationId: gone, eventId, name: 'Erasmia Muestra y Prueba', latinName: 'Erasmia M.', seen: '' }
  await writeName(db, { ...name, by: 'person', until: null, actor: { kind: 'visitor' }, now: NOW })
  const decided = { eventId, registrationId: gone, reason: 'Erasmia was ill.', accountId: organizer, now: NOW }
  await decideException(db, { ...decided, decision: 'given' })
  await givenRule(db, eventId)
  await issueAll(db, eventId)
  const survey = await givenSurvey(db, { eventId, kind: 'before', isAnonymous: 0 })
  const now = '2027-06-10T08:00:00.000Z'
  await db.updateTable('surveyQuestions').set({ isRequired: 0 }).where('surveyId', '=', survey).execute()
  await db.updateTable('surveys').set({ opensAt: NOW, closesAt: MORNING }).where('id', '=', survey).execute()
  for (const registrationId of [gone, stays]) {
    const words = registrationId === gone ? 'I am Erasmia.' : 'I stay.'
    const answers = { topics: words }
    const answered = await whenAnswered(db, { surveyId: survey, registrationId, answers, now, isAnonymous: false })
    expect(answered).toMatchObject({ ok: true })
  }
  const marked = { event: { id: eventId, seriesId: event.seriesId }, marks: first.map((id) => aMark(id)) }
  await recordMarks(db, { ...marked, accountId: instructor, trackIds: 'all', source: 'list', now: MORNING })
  await db.insertInto('labGroups').values({ registrationId: gone, eventId, name: '1' }).execute()
  const entry = { id: newId(NOW), eventId, registrationId: gone, trackId: '', fromTrackId: '' }
  await db
    .insertInto('rosterEntries')
    .values({ ...entry, kind: 'frozen', step: 1, at: NOW })
    .execute()
  expect(await everything()).toContain('Erasmia M.')
  const [marks, certificates] = [await count('attendanceMarks'), await count('certificates')]

  expect((await erasePerson(db, { email: email!, actor, now: MORNING })).ok).toBe(true)

  const left = await everything()
  expect(left.toLowerCase().includes('erasmia')).toBe(false)
  expect(left.includes(email!)).toBe(false)
  expect(left.includes('I stay.')).toBe(true)
  expect([await count('attendanceMarks'), await count('certificates')]).toEqual([marks, certificates])
  expect([await count('labGroups'), await count('rosterEntries'), await count('surveyTurnouts')]).toEqual([1, 1, 1])
  expect(await invariants()).toEqual([])
})

test('what an instructor called a device and wrote on a link goes, and both end', async () => {
  const { db } = services
  const { event, instructor, first } = await givenCourse(db)
  const eventId = event.id
  await openDevice(db, { eventId, accountId: instructor, name: 'Erasmia’s phone', now: NOW })
  const list = { format: 'csv', purpose: 'teaching', query: 'q=Erasmia', language: 'en', note: 'By Erasmia' } as const
  const times = { expiresAt: '2028-01-01T00:00:00.000Z', revokedAt: null, lastUsedAt: null, createdAt: NOW }
  await db
    .insertInto('listLinks')
    .values({ id: newId(NOW), eventId, accountId: instructor, ...list, tokenHash: newToken(), uses: 0, ...times })
    .execute()
  await db.insertInto('rosterReadings').values({ accountId: instructor, eventId, seenAt: NOW }).execute()
  const marked = { event: { id: eventId, seriesId: event.seriesId }, marks: [aMark(first[0]!)], accountId: instructor }
  await recordMarks(db, { ...marked, trackIds: 'all', source: 'list', now: MORNING })

  await erasePerson(db, { email: 'instructor@plenary.example', actor, now: MORNING })

  const left = await everything()
  expect(left).not.toContain('Erasmia')
  expect(left).not.toContain('instructor@plenary.example')
  const device = await db.selectFrom('attendanceDevices').select('endedAt').executeTakeFirstOrThrow()
  const link = await db.selectFrom('listLinks').select('revokedAt').executeTakeFirstOrThrow()
  expect([device.endedAt, link.revokedAt]).toEqual([MORNING, MORNING])
  expect(await count('attendanceMarks')).toBe(1)
  expect(await invariants()).toEqual([])
})
