import { afterEach, beforeEach, expect, test } from 'vitest'
import { givenCall } from '#tests/support/given-call.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { eraseCallAnswers } from '#app/applications/applying/erase-call-answers.server.ts'
import { heldAnswers } from '#app/applications/applying/held-answers.server.ts'
import { saveSection, seenAnswers } from '#app/applications/applying/save-section.server.ts'
import { saveTeam } from '#app/applications/applying/save-team.server.ts'
import { saveWishes } from '#app/applications/applying/save-wishes.server.ts'
import { startApplication } from '#app/applications/applying/start-application.server.ts'
import { submitApplication } from '#app/applications/applying/submit-application.server.ts'
import { withdrawApplication } from '#app/applications/applying/withdraw-application.server.ts'
import { remindApplicants } from '#app/applications/applying/remind-applicants.server.ts'
import type { Call } from '#app/applications/calls/call.ts'
import { erasePerson } from '#app/people/erase-person.server.ts'
import { addMinutes, instantOf } from '#app/values/moment.ts'

let test_: Awaited<ReturnType<typeof testServices>>
const VISITOR = { kind: 'visitor' as const }

beforeEach(async () => {
  test_ = await testServices()
})

afterEach(async () => {
  expect((await checkInvariants(test_.db)).filter(({ violations }) => violations > 0)).toEqual([])
  await test_.close()
})

async function start(call: Call, email = 'wulandari@example.org', now = NOW, formKey = `key-${email}-${now}`) {
  const started = await startApplication(test_.db, {
    call,
    formKey,
    fullName: 'Wulandari',
    email,
    language: 'en',
    residence: 'RW',
    birthYear: 1994,
    lastAward: 'none',
    now,
    actor: VISITOR,
  })
  if (!started.ok) throw new Error(JSON.stringify(started.refusals))
  return started.value
}

const submit = (applicationId: string, now = NOW) => submitApplication(test_.db, { applicationId, now, actor: VISITOR })

async function rowOf(id: string) {
  return await test_.db.selectFrom('applications').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}

const mails = async (template: string) =>
  await test_.db.selectFrom('messages').select(['subjectId', 'occasion']).where('template', '=', template).execute()

test('one form is one application, and one address has one per call', async () => {
  const { call } = await givenCall(test_.services)
  const first = await start(call, 'a@example.org', NOW, 'the-same-form-twice-over')
  const again = await start(call, 'a@example.org', NOW, 'the-same-form-twice-over')
  expect(again).toEqual({ ...first, is: 'same' })
  const other = await start(call, ' A@Example.ORG ', NOW, 'another-form-elsewhere')
  expect(other).toEqual({ ...first, is: 'known' })
  expect(await mails('application-saved')).toHaveLength(2)
  await start(call, 'a@example.org', addMinutes(NOW, 5), 'a-third-form-in-that-hour')
  expect(await mails('application-saved')).toHaveLength(2)
  expect(await test_.db.selectFrom('applications').select('id').execute()).toHaveLength(1)
})

test('the same person on two devices at the same moment has one application', async () => {
  const { call } = await givenCall(test_.services)
  const done = await Promise.all(
    Array.from({ length: 4 }, (_, at) => start(call, 'a@example.org', NOW, `device-number-${at}-of-four`)),
  )
  expect(new Set(done.map(({ code }) => code)).size).toBe(1)
  expect(done.filter(({ is }) => is === 'new')).toHaveLength(1)
})

test('sending from several devices at once is sending once: one number, one receipt', async () => {
  const { call } = await givenCall(test_.services)
  const all: Awaited<ReturnType<typeof start>>[] = []
  for (let at = 0; at < 5; at++) all.push(await start(call, `somebody-${at}@example.org`))
  const done = await Promise.all(all.flatMap(({ applicationId }) => [1, 2, 3].map(() => submit(applicationId))))
  expect(done.every(({ ok }) => ok)).toBe(true)
  expect(done.filter((one) => one.ok && one.value.isNew)).toHaveLength(5)
  const rows = await test_.db.selectFrom('applications').select(['number', 'state']).orderBy('number').execute()
  expect(rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
  expect(await mails('application-received')).toHaveLength(5)
  const sent = await test_.db
    .selectFrom('auditEntries')
    .select('id')
    .where('action', '=', 'application.submitted')
    .execute()
  expect(sent).toHaveLength(5)
})

test('what is sent gets its columns, what is missing and why it is eligible, and takes no seat', async () => {
  const { call } = await givenCall(test_.services)
  const { applicationId } = await start(call)
  const before = await test_.db.selectFrom('quotas').select(['id', 'taken']).orderBy('id').execute()
  await saveWishes(test_.db, {
    applicationId,
    call,
    choiceIds: [call.choices[1]!.id, call.choices[0]!.id, call.choices[1]!.id, 'nothing'],
    seen: [],
    now: NOW,
    actor: VISITOR,
  })
  expect(await submit(applicationId)).toEqual({ ok: true, value: { number: 1, isNew: true } })
  const row = await rowOf(applicationId)
  expect(row).toMatchObject({ state: 'submitted', number: 1, residence: 'RW', birthYear: 1994 })
  const missing = JSON.parse(row.missing) as string[]
  expect(missing).toContain('referee')
  expect(missing).not.toContain('choice')
  expect(JSON.parse(row.eligibilityReasons)).toEqual(
    expect.arrayContaining(call.rules.map(({ kind }) => expect.objectContaining({ rule: kind }))),
  )
  const wishes = await test_.db.selectFrom('applicationChoices').select(['wish', 'choiceId']).orderBy('wish').execute()
  expect(wishes).toEqual([
    { wish: 1, choiceId: call.choices[1]!.id },
    { wish: 2, choiceId: call.choices[0]!.id },
  ])
  expect(await test_.db.selectFrom('quotas').select(['id', 'taken']).orderBy('id').execute()).toEqual(before)
})

test('two devices on one page: the later save keeps nothing and loses nothing until it has seen the other', async () => {
  const { call } = await givenCall(test_.services)
  const { applicationId } = await start(call)
  const section = call.sections.find(({ questions }) => questions.some(({ kind }) => kind === 'longtext'))!
  const asked = section.questions.filter(({ kind }) => kind === 'longtext').slice(0, 1)
  const code = asked[0]!.code
  const save = (answers: Record<string, string[]>, seen: string) =>
    saveSection(test_.db, {
      applicationId,
      call,
      step: section.code,
      questions: asked,
      answers,
      seen,
      now: NOW,
      actor: VISITOR,
    })
  const empty = seenAnswers(asked, {})
  expect(await save({ [code]: ['from the telephone'] }, empty)).toEqual({ ok: true, value: undefined })
  expect(await save({ [code]: ['from the desk'] }, empty)).toMatchObject({ refusals: [{ code: 'stale' }] })
  expect((await heldAnswers(test_.db, applicationId))[code]).toEqual(['from the telephone'])
  // The same text from both is no conflict, and who has seen the other's may replace it.
  expect((await save({ [code]: ['from the telephone'] }, empty)).ok).toBe(true)
  const seen = seenAnswers(asked, { [code]: ['from the telephone'] })
  expect((await save({ [code]: ['from both'] }, seen)).ok).toBe(true)
  expect((await heldAnswers(test_.db, applicationId))[code]).toEqual(['from both'])
})

test('a draft keeps what is not right yet, and what is sent may change until the deadline', async () => {
  const { call } = await givenCall(test_.services)
  const { applicationId } = await start(call)
  const section = call.sections.find(({ questions }) => questions.some(({ kind }) => kind === 'longtext'))!
  const asked = section.questions.filter(({ kind }) => kind === 'longtext').slice(0, 1)
  const long = 'word '.repeat(3000).trim()
  const save = (text: string, now = NOW) =>
    saveSection(test_.db, {
      applicationId,
      call,
      step: section.code,
      questions: asked,
      answers: { [asked[0]!.code]: [text] },
      seen: null,
      now,
      actor: VISITOR,
    })
  expect((await save(long)).ok).toBe(true)
  await submit(applicationId)
  expect(JSON.parse((await rowOf(applicationId)).missing)).toContain(`wrong.${asked[0]!.code}`)
  expect((await save('Short.')).ok).toBe(true)
  const row = await rowOf(applicationId)
  expect(JSON.parse(row.missing)).not.toContain(`wrong.${asked[0]!.code}`)
  expect(row).toMatchObject({ state: 'submitted', number: 1 })
  const changed = await test_.db
    .selectFrom('auditEntries')
    .select('id')
    .where('action', '=', 'application.changed')
    .execute()
  expect(changed).toHaveLength(1)
  expect(await save('Too late.', call.closesAt!)).toMatchObject({ ok: true })
  expect(await save('Too late.', addMinutes(call.closesAt!, call.graceMinutes))).toMatchObject({
    refusals: [{ code: 'call-shut' }],
  })
})

test('the deadline is the end of 23:59 anywhere on earth, over a change of clocks, with a grace for who had begun', async () => {
  // The day on which the clocks of Berlin go forward; the call counts by UTC−12 all the same.
  const closesAt = instantOf('2027-03-28', '24:00', 'Etc/GMT+12')
  expect(closesAt).toBe('2027-03-29T12:00:00.000Z')
  const { call } = await givenCall(test_.services, { closesAt, closesZone: 'AoE', graceMinutes: 60 })
  const before = addMinutes(closesAt, -1)
  const begun = await start(call, 'begun@example.org', before)
  const onTime = await start(call, 'on-time@example.org', before)
  const never = await start(call, 'never@example.org', before)
  expect(await submit(onTime.applicationId, '2027-03-29T11:59:59.999Z')).toMatchObject({ ok: true })
  // At 24:00 nobody begins any more; who had begun may still send, up to and without the end of the grace.
  expect(
    await startApplication(test_.db, {
      call,
      formKey: 'a-minute-after-the-end',
      fullName: 'Late',
      email: 'late@example.org',
      language: 'en',
      residence: 'RW',
      birthYear: null,
      lastAward: null,
      now: closesAt,
      actor: VISITOR,
    }),
  ).toMatchObject({ ok: false, refusals: [{ code: 'call-shut' }] })
  expect(await submit(begun.applicationId, addMinutes(closesAt, 59))).toMatchObject({ ok: true })
  expect(await submit(never.applicationId, addMinutes(closesAt, 60))).toMatchObject({
    refusals: [{ code: 'call-shut' }],
  })
  expect((await rowOf(never.applicationId)).state).toBe('draft')
  // An organizer who wrote it down is not late.
  const late = await submitApplication(test_.db, {
    applicationId: never.applicationId,
    now: addMinutes(closesAt, 600),
    actor: { kind: 'system' },
    isOnBehalf: true,
  })
  expect(late).toMatchObject({ ok: true })
  // Sending again after the end is no news, and no refusal.
  expect(await submit(begun.applicationId, addMinutes(closesAt, 600))).toMatchObject({
    ok: true,
    value: { isNew: false },
  })
})

test('who takes an application back may apply again, and the first stays taken back', async () => {
  const { call } = await givenCall(test_.services)
  const first = await start(call, 'a@example.org')
  await submit(first.applicationId)
  const withdraw = () => withdrawApplication(test_.db, { applicationId: first.applicationId, now: NOW, actor: VISITOR })
  expect((await Promise.all([withdraw(), withdraw()])).every(({ ok }) => ok)).toBe(true)
  expect(await mails('application-withdrawn')).toHaveLength(1)
  expect(await submit(first.applicationId)).toMatchObject({ refusals: [{ code: 'application-over' }] })
  const second = await start(call, 'a@example.org', addMinutes(NOW, 1))
  expect(second.is).toBe('new')
  expect(second.code).not.toBe(first.code)
  expect(await submit(second.applicationId)).toMatchObject({ ok: true, value: { number: 2 } })
})

test('three make a team and a fourth does not; a code of nobody is told', async () => {
  const { call } = await givenCall(test_.services, { takesTeams: true })
  const all: Awaited<ReturnType<typeof start>>[] = []
  for (let at = 0; at < 4; at++) all.push(await start(call, `member-${at}@example.org`))
  const join = (at: number, team: 'new' | 'alone' | { code: string }) =>
    saveTeam(test_.db, { applicationId: all[at]!.applicationId, call, team, now: NOW, actor: VISITOR })
  expect((await join(0, 'new')).ok).toBe(true)
  const { code } = await test_.db.selectFrom('applicationTeams').select('code').executeTakeFirstOrThrow()
  const done = await Promise.all([1, 2, 3].map((at) => join(at, { code: code.toLowerCase().replace('-', ' ') })))
  expect(done.filter(({ ok }) => ok)).toHaveLength(2)
  expect(done.find(({ ok }) => !ok)).toMatchObject({ refusals: [{ code: 'team-full', field: 'teamCode' }] })
  expect(await join(3, { code: 'AAA-AAAA' })).toMatchObject({ refusals: [{ code: 'team-unknown' }] })
})

test('who has a draft is reminded once, 72 hours before the deadline, and not after it', async () => {
  const { call } = await givenCall(test_.services)
  const draft = await start(call, 'draft@example.org')
  const sent = await start(call, 'sent@example.org')
  await submit(sent.applicationId)
  const gone = await start(call, 'gone@example.org')
  await withdrawApplication(test_.db, { applicationId: gone.applicationId, now: NOW, actor: VISITOR })
  const closes = call.closesAt!
  expect(await remindApplicants(test_.db, { now: addMinutes(closes, -72 * 60 - 1) })).toMatchObject({ reminded: 0 })
  const at = addMinutes(closes, -72 * 60)
  const done = await Promise.all([remindApplicants(test_.db, { now: at }), remindApplicants(test_.db, { now: at })])
  expect(done.reduce((sum, { reminded }) => sum + reminded, 0)).toBe(2)
  expect((await mails('application-reminder')).map(({ subjectId }) => subjectId).toSorted()).toEqual(
    [draft.applicationId, sent.applicationId].toSorted(),
  )
  expect(await remindApplicants(test_.db, { now: addMinutes(closes, -60) })).toMatchObject({ reminded: 0 })
  await start(call, 'newcomer@example.org', addMinutes(closes, -90))
  expect(await remindApplicants(test_.db, { now: closes })).toMatchObject({ reminded: 0 })
})

test('who is erased leaves an application that leads to nobody', async () => {
  const { call } = await givenCall(test_.services)
  const { applicationId } = await start(call, 'erase@example.org')
  await submit(applicationId)
  await test_.db
    .insertInto('referees')
    .values({
      id: 'referee-1',
      applicationId,
      kind: 'referee',
      fullName: 'Prof. Example',
      email: 'prof@example.org',
      emailKey: 'prof@example.org',
      language: 'en',
      keyVersion: 1,
      state: 'answered',
      letter: 'They are good.',
      fileId: null,
      facts: '{}',
      askedAt: NOW,
      remindedAt: null,
      answeredAt: NOW,
      updatedAt: NOW,
    })
    .execute()
  const erased = await erasePerson(test_.db, { email: 'erase@example.org', actor: { kind: 'operator' }, now: NOW })
  expect(erased.ok).toBe(true)
  expect(await test_.db.selectFrom('applicationAnswers').select('questionId').execute()).toEqual([])
  const referee = await test_.db.selectFrom('referees').selectAll().executeTakeFirstOrThrow()
  expect(referee).toMatchObject({ fullName: '', email: '', letter: null })
  const row = await rowOf(applicationId)
  expect(row).toMatchObject({ state: 'submitted', number: 1, birthYear: null, gender: null, institutionKey: null })
  const text = JSON.stringify(await test_.db.selectFrom('auditEntries').selectAll().execute())
  for (const word of ['Wulandari', 'erase@example.org', 'prof@example.org', 'They are good'])
    expect(text).not.toContain(word)
})

test('the answers to a question are emptied once its day is over where the event is held', async () => {
  const { call } = await givenCall(test_.services)
  const { applicationId } = await start(call)
  const question = call.sections.flatMap(({ questions }) => questions).find(({ kind }) => kind === 'longtext')!
  await saveSection(test_.db, {
    applicationId,
    call,
    step: 'any',
    questions: [question],
    answers: { [question.code]: ['Something private'] },
    seen: null,
    now: NOW,
    actor: VISITOR,
  })
  await test_.db.updateTable('callQuestions').set({ eraseOn: '2027-08-31' }).where('id', '=', question.id).execute()
  // Kigali is two hours ahead of UTC.
  expect(await eraseCallAnswers(test_.db, { now: '2027-08-31T21:59:00.000Z' })).toEqual({ erased: 0 })
  const now = '2027-08-31T22:00:00.000Z'
  const done = await Promise.all([eraseCallAnswers(test_.db, { now }), eraseCallAnswers(test_.db, { now })])
  expect(done.reduce((sum, { erased }) => sum + erased, 0)).toBe(1)
  const rows = await test_.db
    .selectFrom('applicationAnswers')
    .select(['value', 'asked', 'erasedAt'])
    .where('questionId', '=', question.id)
    .execute()
  expect(rows).toEqual([{ value: '', asked: '', erasedAt: now }])
  expect((await heldAnswers(test_.db, applicationId))[question.code]).toBe(undefined)
})
