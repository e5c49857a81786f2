import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aMark, givenCourse, MORNING } from './given-marks.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import type { NewMark } from '#app/attendance/new-mark.ts'
import { recordMarks } from '#app/attendance/record-marks.server.ts'
import { addMinutes } from '#app/values/moment.ts'
import { newId } from '#app/values/id.ts'
import { testServices } from '#tests/support/app.ts'

let test_: Awaited<ReturnType<typeof testServices>>
let course: Awaited<ReturnType<typeof givenCourse>>

beforeAll(async () => {
  test_ = await testServices()
  course = await givenCourse(test_.services.db)
  for (const id of DEVICES)
    await test_.services.db
      .insertInto('attendanceDevices')
      .values({
        id,
        eventId: course.event.id,
        accountId: course.instructor,
        name: 'Phone',
        openedAt: MORNING,
        lastSeenAt: MORNING,
        endedAt: null,
      })
      .execute()
})

afterAll(async () => await test_.close())

const DEVICES = [newId(MORNING), newId(MORNING)]
const SLOTS = ['arrival', 'day:2027-06-16', 'half:2027-06-16:am', 'half:2027-06-16:pm']

/** A few people and slots, few different moments: many marks meet in one place, some at the same millisecond. */
const seen = fc.record({
  who: fc.nat(2),
  slot: fc.constantFrom(...SLOTS),
  state: fc.constantFrom('present' as const, 'absent' as const, 'excused' as const, 'none' as const),
  minute: fc.nat(6),
  device: fc.nat(1),
})

test('any order, any repetition, two devices, at the same time or not: one end', { timeout: 120_000 }, async () => {
  const { db } = test_.services
  await fc.assert(
    fc.asyncProperty(
      fc.array(seen, { minLength: 1, maxLength: 14 }),
      fc.array(fc.tuple(fc.integer(), fc.integer({ min: 1, max: 5 })), { minLength: 2, maxLength: 4 }),
      async (things, deliveries) => {
        await db.deleteFrom('attendanceConflicts').execute()
        await db.deleteFrom('attendanceStates').execute()
        await db.deleteFrom('attendanceMarks').execute()
        const marks = things.map(({ who, slot, state, minute, device }) => ({
          device,
          mark: aMark(course.first[who]!, { slot, state, at: addMinutes(MORNING, minute) }),
        }))
        const batches = deliveries.flatMap(([seed, size]) => cut(shuffled(marks, seed), size))
        for (let at = 0; at < batches.length; at += 2)
          await Promise.all(batches.slice(at, at + 2).map(async (batch) => await send(batch)))
        const stored = await db.selectFrom('attendanceMarks').select('id').execute()
        expect(stored.map(({ id }) => id).toSorted()).toEqual(marks.map(({ mark }) => mark.id).toSorted())
        const states = await db
          .selectFrom('attendanceStates')
          .select(['registrationId', 'slot', 'state', 'markId'])
          .execute()
        const expected = [...Map.groupBy(marks, ({ mark }) => `${mark.registrationId} ${mark.slot}`).values()].map(
          (of) => of.map(({ mark }) => mark).reduce((one, other) => (isNewer(other, one) ? other : one)),
        )
        expect(states.map(({ markId }) => markId).toSorted()).toEqual(expected.map(({ id }) => id).toSorted())
        for (const { id, state } of expected) expect(states.find(({ markId }) => markId === id)!.state).toBe(state)
      },
    ),
    { numRuns: 40 },
  )
  const broken = (await checkInvariants(db)).filter(({ violations }) => violations > 0)
  expect(broken).toEqual([])
})

async function send(batch: { device: number; mark: NewMark }[]): Promise<void> {
  for (const [device, of] of Map.groupBy(batch, (one) => one.device)) {
    const sent = await recordMarks(test_.services.db, {
      event: course.event,
      marks: of.map(({ mark }) => mark),
      accountId: course.instructor,
      trackIds: [course.tracks[0]],
      deviceId: DEVICES[device]!,
      source: 'list',
      now: addMinutes(MORNING, 60),
    })
    if (!sent.ok) throw new Error(JSON.stringify(sent.refusals))
    expect(sent.value.every(({ is }) => is !== 'refused')).toBe(true)
  }
}

function isNewer(one: NewMark, other: NewMark): boolean {
  return one.at > other.at || (one.at === other.at && one.id > other.id)
}

function shuffled<T>(things: T[], seed: number): T[] {
  const weighed = things.map((thing, at) => ({ thing, weight: Math.sin(seed + at * 12.9898) }))
  return weighed.toSorted((one, other) => one.weight - other.weight).map(({ thing }) => thing)
}

function cut<T>(things: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(things.length / size) }, (_, at) => things.slice(at * size, (at + 1) * size))
}
