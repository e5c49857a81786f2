import { afterEach, beforeEach, expect, test } from 'vitest'
import { addCohort } from '#app/applications/selection/cohorts/add-cohort.server.ts'
import { changeMembers } from '#app/applications/selection/cohorts/change-members.server.ts'
import { chooseCohort } from '#app/applications/selection/cohorts/choose-cohort.server.ts'
import { chosenCohort } from '#app/applications/selection/cohorts/chosen-cohort.server.ts'
import { compareCohorts } from '#app/applications/selection/cohorts/compare-cohorts.server.ts'
import { fittingPackages } from '#app/applications/selection/cohorts/fitting-packages.server.ts'
import { findCohort, listCohorts } from '#app/applications/selection/cohorts/find-cohort.server.ts'
import { readCohort } from '#app/applications/selection/cohorts/read-cohort.server.ts'
import { releaseMember } from '#app/applications/selection/cohorts/release-member.server.ts'
import { removeCohort } from '#app/applications/selection/cohorts/remove-cohort.server.ts'
import { renameCohort } from '#app/applications/selection/cohorts/rename-cohort.server.ts'
import { suggestMembers } from '#app/applications/selection/cohorts/suggest-members.server.ts'
import { measureCohort } from '#app/applications/selection/composing/measure-cohort.ts'
import { limitsOf, readLimits } from '#app/applications/selection/limits/limits.ts'
import { saveCallLimits, saveCohortLimits, seenLimits } from '#app/applications/selection/limits/save-limits.server.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenApplications, givenCall } from '#tests/support/given-call.ts'

const actor = { kind: 'account', id: 'an-organizer' } as const

let test_: Awaited<ReturnType<typeof testServices>>
let call: Awaited<ReturnType<typeof givenCall>>['call']
const db = () => test_.db

beforeEach(async () => {
  test_ = await testServices()
  call = (await givenCall(test_.services)).call
  await givenApplications(test_.services, { call, count: 300, withReviews: 2 })
})
afterEach(() => test_.close())

const given = () => ({ call, now: NOW, actor })

async function cohort(name = 'A', from: string | null = null) {
  const added = await addCohort(db(), { ...given(), name, from })
  if (!added.ok) throw new Error(JSON.stringify(added.refusals))
  return await found(added.value)
}

async function found(cohortId: string) {
  return (await findCohort(db(), { callId: call.id, cohortId }))!
}

const view = async (id: string) =>
  await readCohort(db(), { call, cohort: await found(id), language: 'en', others: 'all' })

async function filled(name = 'A', from: string | null = null) {
  const empty = await cohort(name, from)
  const suggested = await suggestMembers(db(), { ...given(), cohort: empty, version: empty.version, beyondCaps: false })
  expect(suggested).toMatchObject({ ok: true })
  return await found(empty.id)
}

test('a suggestion is written whole, with its reasons, within its walls; the same field gives the same', async () => {
  const one = await filled('A')
  const { frame, members, marks } = await view(one.id)
  const measure = measureCohort(frame, members)
  for (const { taken, seats } of measure.seats) expect(taken).toBeLessThanOrEqual(seats!)
  for (const { planned, budget } of measure.money) expect(planned).toBeLessThanOrEqual(budget)
  expect(measure.unpaid).toEqual([])
  expect(measure.people).toBeGreaterThan(20)
  expect(measure.countries.over).toEqual([])
  for (const { candidate } of members) expect(marks.get(candidate.id)!.because).not.toEqual([])
  const out = [...marks.values()].filter(({ isIn }) => !isIn)
  expect(out.length).toBeGreaterThan(0)
  for (const { because } of out) expect(because).not.toEqual([])
  const other = await filled('B')
  const places = (of: typeof members) =>
    of.map(({ candidate, choiceId, packageId }) => [candidate.id, choiceId, packageId])
  expect(places((await view(other.id)).members)).toEqual(places(members))
  expect((await checkInvariants(db())).filter(({ violations }) => violations > 0)).toEqual([])
})

test('by hand in and out need no suggestion, stay whatever is suggested, and can be left to it again', async () => {
  const one = await filled()
  const before = await view(one.id)
  const leaves = before.members[0]!.candidate
  const comes = [...before.candidates.values()].findLast(
    ({ id, isEligible }) => isEligible && !before.marks.get(id)?.isIn,
  )!
  const change = (version: number) =>
    changeMembers(db(), {
      ...given(),
      cohort: one,
      version,
      changes: [
        { applicationId: leaves.id, isIn: false },
        { applicationId: comes.id, isIn: true, place: { choiceId: leaves.wishes[0]!, packageId: null } },
      ],
      reason: 'The committee of 17 March',
    })
  expect(await change(one.version - 1)).toMatchObject({ refusals: [{ code: 'stale' }] })
  await saveCohortLimits(db(), { ...given(), cohortId: one.id, version: one.version, limits: null })
  expect(await change(one.version + 1)).toMatchObject({ ok: true })
  const changed = await found(one.id)
  const again = await suggestMembers(db(), { ...given(), cohort: changed, version: changed.version, beyondCaps: false })
  expect(again).toMatchObject({ ok: true })
  const after = await view(one.id)
  expect(after.marks.get(leaves.id)).toMatchObject({ isIn: false, byHand: true, reason: 'The committee of 17 March' })
  expect(after.marks.get(comes.id)).toMatchObject({ isIn: true, byHand: true, choiceId: leaves.wishes[0] })
  const latest = await found(one.id)
  const released = { ...given(), cohortId: one.id, version: latest.version, applicationId: leaves.id }
  expect(await releaseMember(db(), released)).toMatchObject({ ok: true })
  expect((await view(one.id)).marks.get(leaves.id)).toMatchObject({ byHand: false, reason: '' })
})

test('a hand cannot break a wall: no seat, no money, a withdrawn application', async () => {
  const one = await filled()
  const { members, candidates, marks } = await view(one.id)
  const [member] = members
  const outside = [...candidates.values()].filter(({ id }) => !marks.get(id)?.isIn)
  const code = call.choices.find(({ id }) => id === member!.choiceId)!.code
  const tight = { ...readLimits(''), seats: { [code]: 1 } }
  await saveCohortLimits(db(), { ...given(), cohortId: one.id, version: one.version, limits: tight })
  const put = async (applicationId: string, place: { choiceId: string | null; packageId: string | null }) => {
    const now = await found(one.id)
    const changes = [{ applicationId, isIn: true, place }]
    return await changeMembers(db(), { ...given(), cohort: now, version: now.version, changes, reason: 'why' })
  }
  expect(await put(outside[0]!.id, { choiceId: member!.choiceId, packageId: null })).toMatchObject({
    refusals: [{ code: 'cohort-seat', details: { choices: code } }],
  })
  const poor = { ...readLimits(''), budget: { ISOC: 0, IX: 0, AID: 0, ...Object.fromEntries(await fundCodes()) } }
  await saveCohortLimits(db(), { ...given(), cohortId: one.id, version: (await found(one.id)).version, limits: poor })
  const packages = await db().selectFrom('awardPackages').select('id').where('callId', '=', call.id).execute()
  const empty = await cohort('Nobody')
  await saveCohortLimits(db(), { ...given(), cohortId: empty.id, version: 0, limits: poor })
  const changes = [
    { applicationId: outside[0]!.id, isIn: true, place: { choiceId: member!.choiceId, packageId: packages[0]!.id } },
  ]
  const paid = await changeMembers(db(), {
    ...given(),
    cohort: await found(empty.id),
    version: 1,
    changes,
    reason: 'why',
  })
  expect(paid).toMatchObject({ refusals: [{ code: 'cohort-money' }] })
  await db().updateTable('applications').set({ state: 'withdrawn' }).where('id', '=', outside[1]!.id).execute()
  expect(await put(outside[1]!.id, { choiceId: null, packageId: null })).toMatchObject({
    refusals: [{ code: 'cohort-nobody' }],
  })
})

async function fundCodes(): Promise<[string, number][]> {
  const funds = await db().selectFrom('funds').select('code').where('eventId', '=', call.eventId).execute()
  return funds.map(({ code }) => [code, 0])
}

test('one cohort is chosen; it is handed over in order of rank, with everybody else in reserve per choice', async () => {
  expect(await chosenCohort(db(), call.id)).toBeNull()
  const [one, other] = [await filled('A'), await cohort('B')]
  for (const { id, version } of [other, one])
    expect(await chooseCohort(db(), { ...given(), cohortId: id, version })).toMatchObject({ ok: true })
  expect((await listCohorts(db(), call.id)).map(({ name, isChosen }) => [name, isChosen])).toEqual([
    ['A', true],
    ['B', false],
  ])
  expect(await removeCohort(db(), { ...given(), cohortId: one.id })).toMatchObject({
    refusals: [{ code: 'cohort-chosen' }],
  })
  expect(await removeCohort(db(), { ...given(), cohortId: other.id })).toMatchObject({ ok: true })
  const { members } = await view(one.id)
  const chosen = (await chosenCohort(db(), call.id))!
  expect(chosen.members.map(({ applicationId }) => applicationId)).toEqual(members.map(({ candidate }) => candidate.id))
  const inside = new Set(chosen.members.map(({ applicationId }) => applicationId))
  expect(chosen.reserve.some(({ applicationId }) => inside.has(applicationId))).toBe(false)
  for (const { id } of call.choices) {
    const places = chosen.reserve.filter(({ choiceId }) => choiceId === id).map(({ place }) => place)
    expect(places).toEqual(places.map((_, at) => at + 1))
  }
  // Who moves up later is offered what fits what they ask for.
  const fitting = await fittingPackages(db(), call.id)
  expect(chosen.reserve.map(({ packageId }) => packageId)).toEqual(
    chosen.reserve.map(({ applicationId }) => fitting.get(applicationId)),
  )
  const packages = new Set(chosen.reserve.map(({ packageId }) => packageId))
  expect([...packages].some((packageId) => packageId !== null)).toBe(true)
})

test('a copy begins as the other is; the two are compared by who is in one only and what each comes to', async () => {
  const one = await filled('A')
  const copy = await cohort('B', one.id)
  const { members } = await view(copy.id)
  expect(members.length).toBe((await view(one.id)).members.length)
  const gone = members[3]!.candidate
  const changes = [{ applicationId: gone.id, isIn: false }]
  await changeMembers(db(), { ...given(), cohort: copy, version: copy.version, changes, reason: 'No passport' })
  const compared = (await compareCohorts(db(), { call, cohortIds: [one.id, copy.id], language: 'en' }))!
  expect(compared.onlyIn[0].map(({ id }) => id)).toEqual([gone.id])
  expect(compared.onlyIn[1]).toEqual([])
  expect(compared.same).toBe(members.length - 1)
  expect(compared.cohorts[0].measure.people - compared.cohorts[1].measure.people).toBe(1)
  const other = await givenCall(test_.services, { sample: 'inet' })
  expect(await compareCohorts(db(), { call: other.call, cohortIds: [one.id, copy.id], language: 'en' })).toBeNull()
})

test('limits are saved over what was seen; a cohort follows its call until it has its own', async () => {
  const one = await cohort()
  const stored = one.callLimits
  const limits = { ...readLimits(stored), mostPerCountry: 4 }
  const save = (seen: string) => saveCallLimits(db(), { ...given(), limits, seen })
  expect(await save('another')).toMatchObject({ refusals: [{ code: 'stale' }] })
  expect(await save(seenLimits(stored))).toMatchObject({ ok: true })
  const follows = await found(one.id)
  expect(limitsOf({ limits: follows.callLimits }, follows).mostPerCountry).toBe(4)
  const own = { ...limits, mostPerCountry: 9 }
  expect(await saveCohortLimits(db(), { ...given(), cohortId: one.id, version: 0, limits: own })).toMatchObject({
    ok: true,
  })
  const differs = await found(one.id)
  expect(limitsOf({ limits: differs.callLimits }, differs).mostPerCountry).toBe(9)
})

test('names change, and of two who change a cohort at once the second is told', async () => {
  const one = await cohort()
  const rename = (name: string) => renameCohort(db(), { ...given(), cohortId: one.id, version: 0, name })
  expect(await rename('First')).toMatchObject({ ok: true })
  expect(await rename('Second')).toMatchObject({ refusals: [{ code: 'stale' }] })
  expect(await found(one.id)).toMatchObject({ name: 'First', version: 1 })
  const other = await givenCall(test_.services, { sample: 'inet' })
  const foreign = { call: other.call, cohortId: one.id, version: 1, name: 'X', now: NOW, actor }
  expect(await renameCohort(db(), foreign)).toMatchObject({ refusals: [{ code: 'gone' }] })
})

test('who has an offer is in every cohort and cannot be taken out of it', async () => {
  const one = await cohort()
  const { ranked } = await view(one.id)
  const [first] = ranked
  const choiceId = call.choices[0]!.id
  await db()
    .insertInto('callOffers')
    .values({
      id: 'offer',
      callId: call.id,
      applicationId: first!.id,
      eventId: call.eventId,
      choiceId,
      ticketTypeId: null,
      awardId: null,
      reservationId: null,
      wave: 1,
      releaseId: null,
      state: 'open',
      activeKey: first!.id,
      untilAt: NOW,
      remindedAt: null,
      answeredAt: null,
      orderId: null,
      reason: '',
      createdAt: NOW,
      updatedAt: NOW,
    })
    .execute()
  expect((await view(one.id)).members).toMatchObject([{ candidate: { id: first!.id, isHeld: true }, choiceId }])
  const changes = [{ applicationId: first!.id, isIn: false }]
  const taken = await changeMembers(db(), { ...given(), cohort: one, version: 0, changes, reason: 'why' })
  expect(taken).toMatchObject({ refusals: [{ code: 'cohort-held' }] })
})
