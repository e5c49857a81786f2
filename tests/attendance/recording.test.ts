import { afterEach, beforeEach, expect, test } from 'vitest'
import { aMark, DAY, givenCourse, givenSession, MORNING } from './given-marks.ts'
import { attendanceShares } from '#app/attendance/attendance-shares.server.ts'
import { listStates } from '#app/attendance/list-states.server.ts'
import { savePlan } from '#app/attendance/overview/save-plan.server.ts'
import { listConflicts } from '#app/attendance/overview/list-conflicts.server.ts'
import { seeConflict } from '#app/attendance/overview/see-conflict.server.ts'
import { readSlots } from '#app/attendance/read-slots.server.ts'
import type { NewMark } from '#app/attendance/new-mark.ts'
import { recordMarks } from '#app/attendance/record-marks.server.ts'
import { cancelRegistrations } from '#app/registrations/seats/cancel-registrations.server.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import { newId } from '#app/values/id.ts'
import { testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'
import { givenParticipants } from '#tests/participants/given-participants.ts'
import { broken } from '#tests/waiting-list/a-queue.ts'

let services: Awaited<ReturnType<typeof testServices>>
let course: Awaited<ReturnType<typeof givenCourse>>

beforeEach(async () => {
  services = await testServices()
  course = await givenCourse(services.db)
})

afterEach(async () => {
  expect(await broken(services.db)).toEqual([])
  await services.close()
})

test('a teacher marks their own track: nobody of another, no session of another, nobody of another event', async () => {
  const [own] = course.first
  const [other] = course.second
  const elsewhere = await givenEvent(services.db)
  const [stranger] = await givenParticipants(services.db, elsewhere, [{ fullName: 'Ng' }])
  const mine = await givenHeld(course.tracks[0])
  const theirs = await givenHeld(course.tracks[1])
  const sent = await record([
    aMark(own!),
    aMark(own!, { slot: `session:${mine}` }),
    aMark(own!, { slot: `session:${theirs}` }),
    aMark(other!),
    aMark(stranger!),
    aMark(own!, { slot: 'half:2031-01-01:am' }),
    aMark(own!, { slot: 'nonsense' }),
    { ...aMark(own!), id: 'no id' },
  ])
  expect(sent.map(({ is, why }) => [is, why])).toEqual([
    ['stored', undefined],
    ['stored', undefined],
    ['refused', 'wrong-room'],
    ['refused', 'unknown'],
    ['refused', 'unknown'],
    ['refused', 'wrong-room'],
    ['refused', 'wrong-room'],
    ['refused', 'misread'],
  ])
})

test('sent again it is known; older than what holds it is kept; `none` takes back; each says what was there before', async () => {
  const [id] = course.first
  const first = aMark(id!, { state: 'present', at: addMinutes(MORNING, 5) })
  const older = aMark(id!, { state: 'absent', at: MORNING })
  const back = aMark(id!, { state: 'none', at: addMinutes(MORNING, 6) })
  expect(await record([first])).toMatchObject([{ is: 'stored' }])
  expect(await record([first])).toMatchObject([{ is: 'known', earlier: { state: 'present' } }])
  expect(await record([older])).toMatchObject([
    { is: 'older', earlier: { state: 'present', accountId: course.instructor, at: first.at } },
  ])
  expect(await stateOf(id!)).toBe('present')
  expect(await record([back])).toMatchObject([{ is: 'stored' }])
  expect(await stateOf(id!)).toBe('none')
  expect(await services.db.selectFrom('attendanceMarks').select('id').execute()).toHaveLength(3)
})

test('a device whose clock is wrong by a day is put right, told, and laid before a person; nothing is lost', async () => {
  const now = addMinutes(MORNING, 30)
  const device = await givenDevice()
  const [one, two] = course.first
  const wrong = (at: Instant) => addMinutes(at, 24 * 60)
  const mark = aMark(one!, { at: wrong(MORNING), deviceAt: wrong(MORNING) })
  const sent = await record([mark], { deviceId: device, deviceNow: wrong(now), now })
  expect(sent).toEqual([{ id: mark.id, is: 'stored', why: 'wrong-clock', clockOffBy: 86_400 }])
  const stored = await services.db.selectFrom('attendanceMarks').select(['at', 'deviceAt']).executeTakeFirstOrThrow()
  expect(stored).toEqual({ at: MORNING, deviceAt: wrong(MORNING) })
  expect(await kinds()).toEqual(['wrong-clock'])
  // Ten minutes are told, and no more than that; what the device had put right itself stays to the millisecond.
  const early = aMark(two!, { at: '2027-06-16T07:00:00.123Z', deviceAt: addMinutes('2027-06-16T07:00:00.200Z', 10) })
  const told = await record([early], { deviceId: device, deviceNow: addMinutes(now, 10), now })
  expect(told).toEqual([{ id: early.id, is: 'stored', clockOffBy: 600 }])
  expect(await kinds()).toEqual(['wrong-clock'])
  const kept = await services.db
    .selectFrom('attendanceMarks')
    .select('at')
    .where('id', '=', early.id)
    .executeTakeFirst()
  expect(kept!.at).toBe('2027-06-16T07:00:00.123Z')
})

test('what two people saw differently waits for a person, who looks at it once', async () => {
  const [one] = course.first
  const [phone, tablet] = [await givenDevice(), await givenDevice()]
  const late = { now: addMinutes(MORNING, 300) }
  await record([aMark(one!, { state: 'present' })], { deviceId: phone, ...late })
  await record([aMark(one!, { state: 'absent', at: addMinutes(MORNING, 3) })], { deviceId: tablet, ...late })
  expect(await kinds()).toEqual(['two-states'])
  const { conflicts } = await listConflicts(services.db, { eventId: course.event.id, isSeen: false, page: 1 })
  expect(conflicts[0]).toMatchObject({ state: 'absent', where: 'Phone', other: { state: 'present' } })
  const see = { eventId: course.event.id, conflictId: conflicts[0]!.id, accountId: course.organizer, now: MORNING }
  const foreign = { ...see, eventId: (await givenEvent(services.db)).id }
  expect(await seeConflict(services.db, foreign)).toEqual({ ok: false, refusals: [{ code: 'gone' }] })
  expect(await seeConflict(services.db, see)).toEqual({ ok: true, value: true })
  expect(await seeConflict(services.db, see)).toEqual({ ok: true, value: false })
  expect(await kinds()).toEqual([])
})

test('a ticket let in at two doors without a connection is noticed; a teacher who corrects themselves is not', async () => {
  const [one, two] = course.first
  const [phone, tablet] = [await givenDevice(), await givenDevice()]
  const late = { now: addMinutes(MORNING, 300) }
  await record([aMark(one!, { slot: 'arrival', at: addMinutes(MORNING, 10) })], { deviceId: tablet, ...late })
  await record([aMark(one!, { slot: 'arrival' })], { deviceId: phone, ...late })
  expect(await kinds()).toEqual(['let-in-twice'])
  await record([aMark(two!, { state: 'absent' })], { now: MORNING })
  await record([aMark(two!, { state: 'present', at: addMinutes(MORNING, 1) })], { now: addMinutes(MORNING, 1) })
  expect(await kinds()).toEqual(['let-in-twice'])
})

test('a seat that ended is not marked here and now; a device that could not know is believed, and looked at', async () => {
  const [one] = course.first
  const cancelled = await cancelRegistrations(services.db, {
    registrationIds: [one!],
    reason: 'request',
    now: '2027-06-15T10:00:00.000Z',
    actor: { kind: 'account', id: course.organizer },
  })
  expect(cancelled.ok).toBe(true)
  expect(await record([aMark(one!)])).toMatchObject([{ is: 'refused', why: 'cancelled' }])
  const device = await givenDevice()
  const before = aMark(one!, { slot: `half:2027-06-14:am`, at: '2027-06-14T08:00:00.000Z' })
  expect(await record([before, aMark(one!)], { deviceId: device })).toMatchObject([
    { is: 'stored', why: 'cancelled' },
    { is: 'stored', why: 'cancelled' },
  ])
  expect(await kinds()).toEqual(['seat-ended'])
})

test('a thousand marks at once are stored like one, and a second time are known', async () => {
  const [one, two] = course.first
  const marks = Array.from({ length: 1000 }, (_, at) =>
    aMark(at % 2 ? one! : two!, { state: at < 998 ? 'absent' : 'present', at: addMinutes(MORNING, -1000 + at) }),
  )
  const again = await record([...marks, marks[0]!])
  expect(Map.groupBy(again, ({ is }) => is).get('stored')).toHaveLength(1000)
  expect(again.at(-1)).toMatchObject({ id: marks[0]!.id, is: 'known' })
  const outcomes = await record(marks.toReversed())
  expect(outcomes.map(({ id }) => id)).toEqual(marks.toReversed().map(({ id }) => id))
  expect(new Set(outcomes.map(({ is }) => is))).toEqual(new Set(['known']))
  const states = await listStates(services.db, { eventId: course.event.id, registrationIds: [one!, two!] })
  const slot = `half:${DAY}:am`
  expect([states.get(one!), states.get(two!)]).toEqual([{ [slot]: 'present' }, { [slot]: 'present' }])
})

test('slots follow what organizers chose; shares count what was held, once anybody of the track was marked', async () => {
  const { db } = services
  const eventId = course.event.id
  const keys = async (more = {}) => (await readSlots(db, { eventId, ...more })).map(({ key }) => key)
  expect(await keys()).toHaveLength(1 + 5 * 2)
  expect((await keys()).slice(0, 3)).toEqual(['arrival', 'half:2027-06-14:am', 'half:2027-06-14:pm'])
  const [one, two, three] = course.first
  await record([
    aMark(one!),
    aMark(two!, { state: 'excused' }),
    aMark(one!, { slot: `half:${DAY}:pm`, at: addMinutes(MORNING, 1) }),
    aMark(one!, { slot: 'arrival' }),
  ])
  const shares = await attendanceShares(db, {
    eventId,
    registrationIds: [...course.first, ...course.second],
    now: addMinutes(MORNING, 120),
  })
  expect([one, two, three].map((id) => shares.get(id!))).toEqual([
    { present: 1, excused: 0, of: 1 },
    { present: 0, excused: 1, of: 1 },
    { present: 0, excused: 0, of: 1 },
  ])
  expect(shares.get(course.second[0]!)).toEqual({ present: 0, excused: 0, of: 0 })
  const evening = await attendanceShares(db, { eventId, registrationIds: [one!], now: addMinutes(MORNING, 600) })
  expect([...evening]).toEqual([[one, { present: 2, excused: 0, of: 2 }]])
  const session = await givenHeld(course.tracks[0])
  await givenHeld(course.tracks[1])
  await givenHeld(null, 'break')
  const plan = { eventId, unit: 'session' as const, version: 0, accountId: course.organizer, now: MORNING }
  expect(await savePlan(db, plan)).toEqual({ ok: true, value: undefined })
  expect(await savePlan(db, plan)).toMatchObject({ ok: false, refusals: [{ code: 'stale' }] })
  expect(await keys({ trackId: course.tracks[0] })).toEqual(['arrival', `session:${session}`])
})

async function record(marks: NewMark[], more: Partial<Parameters<typeof recordMarks>[1]> = {}) {
  const done = await recordMarks(services.db, {
    event: course.event,
    marks,
    accountId: course.instructor,
    trackIds: [course.tracks[0]],
    source: 'list',
    now: addMinutes(MORNING, 60),
    ...more,
  })
  if (!done.ok) throw new Error(JSON.stringify(done.refusals))
  return done.value
}

async function stateOf(id: string) {
  const states = await listStates(services.db, { eventId: course.event.id, registrationIds: [id] })
  return states.get(id)?.[`half:${DAY}:am`]
}

async function kinds() {
  const { conflicts } = await listConflicts(services.db, { eventId: course.event.id, isSeen: false, page: 1 })
  return conflicts.map(({ kind }) => kind)
}

async function givenDevice(): Promise<string> {
  const id = newId(MORNING)
  const device = { id, eventId: course.event.id, accountId: course.instructor, name: 'Phone', endedAt: null }
  await services.db
    .insertInto('attendanceDevices')
    .values({ ...device, openedAt: MORNING, lastSeenAt: MORNING })
    .execute()
  return id
}

async function givenHeld(trackId: string | null, kind: 'lab' | 'break' = 'lab'): Promise<string> {
  return await givenSession(services.db, course.event.id, { trackId, kind })
}
