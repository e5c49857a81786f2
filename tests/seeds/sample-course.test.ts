import { afterAll, beforeAll, expect, test } from 'vitest'
import { NOW, testServices } from '#tests/support/app.ts'
import { ROSTER } from '#tests/participants/given-participants.ts'
import { attendanceShares } from '#app/attendance/attendance-shares.server.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { checkStatement } from '#app/certificates/check-statement.server.ts'
import { listStandings } from '#app/certificates/list-standings.server.ts'
import { seedDemonstration } from '#app/jobs/seed-demonstration.server.ts'
import { readLab } from '#app/participants/lab/lab-queries.server.ts'
import { findRoster } from '#app/participants/rosters/find-roster.server.ts'
import { findSampleCourse, type SampleCourse } from '#app/participants/samples/find-sample-course.server.ts'
import { listSurveys } from '#app/surveys/find-survey.server.ts'
import { readResults } from '#app/surveys/results/read-results.server.ts'
import { tallyOf } from '#app/surveys/results/tally.ts'
import type { Database } from '#db/schema.ts'

let run: Awaited<ReturnType<typeof testServices>>
let course: SampleCourse
beforeAll(async () => {
  run = await testServices()
  await seedDemonstration(run.services, NOW)
  course = (await findSampleCourse(run.db, 'ntw-2026-tunis'))!
}, 120_000)
afterAll(() => run.close())

const CONTENTS = [
  'registrations',
  'attendanceMarks',
  'attendanceStates',
  'attendanceConflicts',
  'surveys',
  'surveyResponses',
  'certificates',
  'certificateVersions',
  'rosterEntries',
  'labSeats',
  'labGroups',
  'sessionMaterials',
  'listLinks',
  'messages',
  'auditEntries',
] as const satisfies (keyof Database)[]

async function countRows() {
  const counts = CONTENTS.map(async (table) => {
    const { n } = await run.db
      .selectFrom(table as 'registrations')
      .select((row) => row.fn.countAll<number | string>().as('n'))
      .executeTakeFirstOrThrow()
    return [table, Number(n)] as const
  })
  return Object.fromEntries(await Promise.all(counts))
}

test('seeding again adds nothing, and every invariant holds', async () => {
  const before = await countRows()
  expect(before).toMatchObject({
    attendanceMarks: 442,
    attendanceStates: 440,
    certificates: 35,
    certificateVersions: 36,
  })
  await seedDemonstration(run.services, NOW)
  expect(await countRows()).toEqual(before)
  expect((await checkInvariants(run.db)).filter(({ violations }) => violations > 0)).toEqual([])
}, 120_000)

test('the list was frozen, the course held, somebody left and somebody came', async () => {
  expect(await findRoster(run.db, course.event.id)).toMatchObject({ decision: 'go', minimum: 24, day: '2026-10-05' })
  const entries = await run.db
    .selectFrom('rosterEntries')
    .innerJoin('registrations', 'registrations.id', 'rosterEntries.registrationId')
    .select(['rosterEntries.kind', 'registrations.state'])
    .where('rosterEntries.eventId', '=', course.event.id)
    .execute()
  expect(entries.filter(({ kind }) => kind === 'frozen')).toHaveLength(40)
  expect(
    entries
      .filter(({ kind }) => kind !== 'frozen')
      .map(({ kind, state }) => `${kind} ${state}`)
      .toSorted(),
  ).toEqual(['came confirmed', 'left cancelled'])
})

test('its attendance has absences, an excuse, somebody late and one conflict that nobody has looked at', async () => {
  const registrationIds = [...course.seats.values()]
  const shares = await attendanceShares(run.db, { eventId: course.event.id, registrationIds, now: NOW })
  expect(shares.size).toBe(40)
  const all = [...shares.values()]
  expect(all.every(({ of }) => of === 10)).toBe(true)
  expect(all.filter(({ present }) => present < 8)).toHaveLength(2)
  expect(all.filter(({ excused }) => excused > 0)).toEqual([{ present: 8, excused: 2, of: 10 }])
  const late = await run.db
    .selectFrom('attendanceMarks')
    .select('state')
    .where('registrationId', '=', course.seats.get('tunis-01@plenary.example')!)
    .where('slot', '=', 'half:2026-10-19:am')
    .orderBy('at')
    .execute()
  expect(late.map(({ state }) => state)).toEqual(['absent', 'present'])
  const open = await run.db
    .selectFrom('attendanceConflicts')
    .select(['kind', 'seenAt'])
    .where('eventId', '=', course.event.id)
    .execute()
  expect(open).toEqual([{ kind: 'two-states', seenAt: null }])
})

test('whoever earned a certificate has one that can be checked; one was taken back, one written anew', async () => {
  const certificates = await run.db
    .selectFrom('certificates')
    .select(['serial', 'signature', 'version', 'state'])
    .where('eventId', '=', course.event.id)
    .orderBy('number')
    .execute()
  for (const { serial, signature, state } of certificates) {
    const is = state === 'revoked' ? 'revoked' : 'genuine'
    expect(await checkStatement(run.db, signature)).toMatchObject({ is, serial })
  }
  expect(certificates.filter(({ version }) => version === 2)).toHaveLength(1)
  const registrationIds = [...course.seats.values()]
  const standings = await listStandings(run.db, {
    eventId: course.event.id,
    trackIds: 'all',
    registrationIds,
    now: NOW,
  })
  const count = Object.groupBy(standings, ({ standing }) => standing)
  expect(count.issued).toHaveLength(33)
  expect(count.changed?.map(({ name }) => name)).toEqual(['ليلى المثالي'])
  expect(count.gets?.map(({ name }) => name)).toEqual(['سامي نموذجي'])
  expect(count.none?.map(({ reasons }) => reasons.join(' ')).toSorted()).toEqual([
    'attendance',
    'attendance',
    'name',
    'revoked',
    'survey',
  ])
})

test('its surveys were answered by enough people to be shown, of each track and on each day', async () => {
  const surveys = await listSurveys(run.db, { eventId: course.event.id, scope: 'all', language: 'en' })
  expect(surveys.map(({ kind }) => kind)).toEqual(['before', 'daily', 'end', 'impact'])
  for (const survey of surveys.slice(0, 3)) {
    const { questions, rows, days, minimum } = await readResults(run.db, { survey, language: 'en', now: NOW })
    expect(days).toHaveLength(survey.kind === 'daily' ? 5 : 1)
    const graded = questions.filter(({ kind, isRequired }) => kind === 'choice' && isRequired)
    for (const question of graded)
      for (const trackId of [null, ...course.tracks.values()])
        for (const heldOn of days) {
          const { answered } = tallyOf(question, rows, { trackId, heldOn, minimum })
          expect(answered, `${survey.kind} ${question.code} ${heldOn}`).toBeGreaterThanOrEqual(5)
        }
  }
})

test('each lab seats everybody of its track in a group, on machines of addresses for documentation', async () => {
  for (const trackId of course.tracks.values()) {
    const { people, unseated, seats } = await readLab(run.db, { eventId: course.event.id, trackId })
    expect(unseated).toEqual([])
    expect(new Set(people.map(({ group }) => group))).toEqual(new Set(['A', 'B', 'C', 'D']))
    for (const { addressRange, zoneName } of seats) {
      expect(addressRange).toMatch(/^(192\.0\.2|198\.51\.100|203\.0\.113)\.\d+\/32 2001:db8:/)
      expect(zoneName).toMatch(/\.example$/)
    }
  }
})

test('everybody is invented: each name has a word for an example, or is one of the twelve that break lists', async () => {
  const rows = await run.db
    .selectFrom('people')
    .innerJoin('registrations', 'registrations.personId', 'people.id')
    .select(['people.fullName', 'people.email'])
    .where('registrations.eventId', '=', course.event.id)
    .execute()
  const twelve = new Set(ROSTER.map(({ fullName }) => fullName))
  const names = rows.map(({ fullName }) => fullName)
  expect([...twelve].filter((name) => !names.includes(name))).toEqual([])
  const example =
    /Mfano|Sandbox|Үлгүбеков|Exemple|Spécimen|Échantillon|Modèle|Gabarit|Essai|Namuna|Esimerkki|Namoudhaj|Siti|نموذجي|تجريبي|مثالي|افتراضي/
  const others = names.filter((name) => !twelve.has(name))
  expect(others.filter((name) => !example.test(name))).toEqual([])
  expect(rows.filter(({ email }) => !email?.endsWith('@plenary.example'))).toEqual([])
  const shown = await run.db
    .selectFrom('sessionPeople')
    .innerJoin('sessions', 'sessions.id', 'sessionPeople.sessionId')
    .select('sessionPeople.fullName')
    .where('sessions.eventId', '=', course.event.id)
    .execute()
  const signatories = await run.db
    .selectFrom('certificateSignatories')
    .select('fullName')
    .where('eventId', '=', course.event.id)
    .execute()
  const told = [...shown, ...signatories].map(({ fullName }) => fullName)
  expect(told.filter((name) => !example.test(name))).toEqual([])
})

test('the demonstration’s instructor teaches all of it, and one track of the workshop that is ahead', async () => {
  const roles = await run.db
    .selectFrom('roles')
    .innerJoin('accounts', 'accounts.id', 'roles.accountId')
    .innerJoin('events', 'events.id', 'roles.scopeId')
    .leftJoin('tracks', 'tracks.id', 'roles.trackId')
    .select(['events.slug', 'tracks.code'])
    .where('accounts.email', '=', 'instructor@plenary.example')
    .orderBy('events.slug')
    .execute()
  expect(roles).toEqual([
    { slug: 'ntw-2026-tunis', code: null },
    { slug: 'ntw-2027-kigali', code: 'T2' },
  ])
})

test('for the workshop that is ahead surveys, rule, attendance and the lab of that track are ready', async () => {
  const { event, tracks } = (await findSampleCourse(run.db, 'ntw-2027-kigali'))!
  const surveys = await listSurveys(run.db, { eventId: event.id, scope: 'all', language: 'en' })
  expect(surveys.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
    'before ready',
    'daily ready',
    'end ready',
    'impact draft',
  ])
  const { seats, people, unseated } = await readLab(run.db, { eventId: event.id, trackId: tracks.get('T2')! })
  expect([seats.length, people.length, unseated.length]).toEqual([30, 12, 0])
  const rule = await run.db
    .selectFrom('certificateRules')
    .select(['minimumShare', 'needsSurveyId'])
    .where('eventId', '=', event.id)
    .executeTakeFirstOrThrow()
  expect(rule).toEqual({ minimumShare: 80, needsSurveyId: surveys[2]!.id })
})
