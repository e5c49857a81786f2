import { afterEach, beforeEach, expect, test } from 'vitest'
import { NOW, testServices } from '#tests/support/app.ts'
import { aMark, givenCourse, MORNING } from '#tests/attendance/given-marks.ts'
import { givenRule, issueAll } from '#tests/certificates/given-certificates.ts'
import { givenSurvey, whenAnswered } from '#tests/surveys/given-survey.ts'
import { recordMarks } from '#app/attendance/record-marks.server.ts'
import { cloneEvent } from '#app/events/cloning/clone-event.server.ts'
import { CLONE_PARTS } from '#app/events/cloning/clone-parts.ts'
import { setTemplate } from '#app/events/templates/set-template.server.ts'
import { newId } from '#app/values/id.ts'
import type { Database } from '#db/schema.ts'

let services: Awaited<ReturnType<typeof testServices>>
beforeEach(async () => {
  services = await testServices()
})
afterEach(() => services.close())

const actor = { kind: 'account' as const, id: newId(NOW) }

/** Tables of which nothing comes along. */
const OF_PEOPLE = [
  'attendanceMarks',
  'attendanceStates',
  'attendanceDevices',
  'attendanceSheets',
  'rosters',
  'rosterEntries',
  'listLinks',
  'labGroups',
  'certificates',
  'certificateNames',
] as const

/** A course with one of everything that teaching leaves behind. */
async function course() {
  const { db } = services
  const { event, tracks, first, instructor } = await givenCourse(db)
  const eventId = event.id
  await db.insertInto('attendancePlans').values({ eventId, unit: 'day', version: 3, updatedAt: NOW }).execute()
  const survey = await givenSurvey(db, {
    eventId,
    kind: 'before',
    trackId: tracks[0],
    isAnonymous: 0,
    opensAt: '2027-06-01T08:00:00.000Z',
    closesAt: '2027-06-10T08:00:00.000Z',
  })
  await whenAnswered(db, {
    surveyId: survey,
    registrationId: first[0]!,
    answers: {},
    isAnonymous: false,
    now: '2027-06-02T08:00:00.000Z',
  })
  await givenRule(db, eventId, {
    minimumShare: 0,
    needsSurveyId: survey,
    namesUntilAt: '2027-06-20T08:00:00.000Z',
    issuingAt: null,
  })
  await db.updateTable('certificateRules').set({ needsSurveyId: null }).where('eventId', '=', eventId).execute()
  await issueAll(db, eventId)
  await db.updateTable('certificateRules').set({ needsSurveyId: survey }).where('eventId', '=', eventId).execute()
  for (const trackId of ['', tracks[1]]) {
    await db.insertInto('certificateTexts').values({ eventId, trackId, language: 'en', body: 'took part' }).execute()
    const signs = { position: 1, fullName: 'Þóra Dæmisdóttir', latinName: null, title: 'Director' }
    await db
      .insertInto('certificateSignatories')
      .values({ id: newId(NOW), eventId, trackId, ...signs })
      .execute()
  }
  const place = {
    label: 'A1',
    gridRow: 1,
    gridColumn: 1,
    machine: 'pc-1',
    addressRange: '192.0.2.0/28',
    zoneName: 'a1.example',
  }
  const seat = { id: newId(NOW), eventId, trackId: tracks[0], ...place, registrationId: first[0]!, version: 4 }
  await db.insertInto('labSeats').values(seat).execute()
  await db.insertInto('labGroups').values({ registrationId: first[0]!, eventId, name: '1' }).execute()
  await db.insertInto('ticketTypeDays').values({ ticketTypeId: event.tickets[0]!.id, heldOn: '2027-06-15' }).execute()
  const marked = { event: { id: eventId, seriesId: event.seriesId }, marks: [aMark(first[0]!)], accountId: instructor }
  await recordMarks(db, { ...marked, trackIds: 'all', source: 'list', now: MORNING })
  return { event, tracks }
}

async function cloned(fromId: string, seriesId: string, startsOn: string): Promise<string> {
  const form = { title: 'The next one', startsOn, parts: [...CLONE_PARTS] }
  const made = await cloneEvent(services.db, { fromId, form, seriesIds: [seriesId], now: NOW, actor })
  if (!made.ok) throw new Error(JSON.stringify(made.refusals))
  return made.value.id
}

async function rowsOf(table: keyof Database, eventId: string) {
  return (await services.db
    .selectFrom(table as 'labSeats')
    .selectAll()
    .where('eventId', '=', eventId)
    .execute()) as unknown as Record<string, unknown>[]
}

async function expectCourse(id: string, opensAt: string, day: string) {
  const { db } = services
  const tracks = await db.selectFrom('tracks').select(['id', 'code']).where('eventId', '=', id).execute()
  const trackOf = (code: string) => tracks.find((one) => one.code === code)!.id
  expect(await rowsOf('attendancePlans', id)).toMatchObject([{ unit: 'day', version: 1 }])
  const [survey] = await rowsOf('surveys', id)
  expect(survey).toMatchObject({ kind: 'before', status: 'draft', isAnonymous: 0, opensAt, trackId: trackOf('T1') })
  const surveyId = survey!['id'] as string
  const questions = await db.selectFrom('surveyQuestions').select('meaning').where('surveyId', '=', surveyId).execute()
  expect(questions.map(({ meaning }) => meaning)).toContain('skill')
  const responses = await db.selectFrom('surveyResponses').select('id').where('surveyId', '=', surveyId).execute()
  expect(responses).toEqual([])
  const [rule] = await rowsOf('certificateRules', id)
  expect(rule).toMatchObject({ needsSurveyId: surveyId, namesAskedAt: null, issuingAt: null, version: 1 })
  for (const table of ['certificateTexts', 'certificateSignatories'] as const)
    expect(new Set((await rowsOf(table, id)).map(({ trackId }) => trackId)), table).toEqual(
      new Set(['', trackOf('T2')]),
    )
  const place = { label: 'A1', machine: 'pc-1', addressRange: '192.0.2.0/28', zoneName: 'a1.example' }
  const free = { trackId: trackOf('T1'), registrationId: null, version: 1 }
  expect(await rowsOf('labSeats', id)).toMatchObject([{ ...place, ...free }])
  const days = await db
    .selectFrom('ticketTypeDays')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'ticketTypeDays.ticketTypeId')
    .select('heldOn')
    .where('eventId', '=', id)
    .execute()
  expect(days).toEqual([{ heldOn: day }])
  for (const table of OF_PEOPLE) expect(await rowsOf(table, id), table).toEqual([])
}

test('a course comes along as it was set up, by as many days, and without its people', async () => {
  const { event } = await course()
  for (const table of ['attendanceMarks', 'labGroups', 'certificates'] as const)
    expect((await rowsOf(table, event.id)).length, table).toBeGreaterThan(0)
  const id = await cloned(event.id, event.seriesId, '2028-06-12')
  await expectCourse(id, '2028-05-30T08:00:00.000Z', '2028-06-13')
})

test('so it does by way of a template', async () => {
  const { event } = await course()
  const template = await cloned(event.id, event.seriesId, '2028-06-12')
  const set = await setTemplate(services.db, {
    eventId: template,
    name: 'Course',
    isTemplate: true,
    now: NOW,
    actor,
  } as never)
  expect(set.ok).toBe(true)
  const id = await cloned(template, event.seriesId, '2029-06-11')
  await expectCourse(id, '2029-05-29T08:00:00.000Z', '2029-06-12')
})
