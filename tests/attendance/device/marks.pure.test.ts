import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isWrong, nextMoment, offsetOf, putRight } from '#app/attendance/device/device-clock.ts'
import { type KeptMark, settledBy, standingKey, standings, unsentOf } from '#app/attendance/device/marks.ts'
import { afterSending, sendMarks } from '#app/attendance/device/send-marks.ts'

let made = 0

function given(mark: Partial<KeptMark> = {}): KeptMark {
  return {
    id: `mark-${++made}`,
    event: 'inet',
    registrationId: 'one',
    slot: 'arrival',
    state: 'present',
    at: '2027-06-14T07:30:00.000Z',
    deviceAt: '2027-06-14T07:30:00.000Z',
    source: 'list',
    overruled: '',
    sentAt: '',
    outcome: null,
    ...mark,
  }
}

test('the newest mark stands, whatever order marks and states are read in', () => {
  const states = fc.constantFrom('present', 'absent', 'excused', 'none')
  const marks = fc.array(
    fc.record({ registrationId: fc.constantFrom('one', 'two'), state: states, at: fc.constantFrom('1', '2', '3') }),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(marks, fc.integer(), (some, turn) => {
      const all = some.map((mark) => given(mark as Partial<KeptMark>))
      const turned = all.toSorted((one, other) => Math.sin(turn + one.id.length) - Math.sin(turn + other.id.length))
      expect(Object.fromEntries(standings([], turned.toReversed()))).toEqual(Object.fromEntries(standings([], all)))
    }),
  )
})

test('a mark that the server refused stands for nothing; one of another device does', () => {
  const here = standingKey('one', 'arrival')
  const refused = given({ outcome: { id: 'm', is: 'refused', why: 'unknown' }, sentAt: '2027-06-14T08:00:00.000Z' })
  expect(standings([], [refused]).get(here)).toBeUndefined()
  const state = { registrationId: 'one', slot: 'arrival', state: 'absent' as const, at: '2027-06-14T09:00:00.000Z' }
  const standing = standings([{ ...state, markId: 'theirs' }], [given()]).get(here)
  expect(standing).toMatchObject({ state: 'absent', isOwn: false })
})

test('a mark is forgotten only when a list that is newer than its sending is here', () => {
  const [unsent, sent] = [given(), given({ sentAt: '2027-06-14T08:00:00.000Z' })]
  expect(settledBy([unsent, sent], '2027-06-14T07:59:00.000Z')).toEqual([])
  expect(settledBy([unsent, sent], '2027-06-14T08:00:01.000Z')).toEqual([sent])
  expect(unsentOf([unsent, sent])).toEqual([unsent])
})

test('a clock that is a day off is noticed and put right, and no mark is older than the one before it', () => {
  const device = Date.parse('2027-06-15T07:30:00.000Z')
  const offset = offsetOf('2027-06-14T07:30:00.000Z', device)
  expect(isWrong(offset)).toBe(true)
  expect(isWrong(2000)).toBe(false)
  expect(putRight(device + 1000, offset)).toBe('2027-06-14T07:30:01.000Z')
  expect(nextMoment('2027-06-14T07:00:00.000Z', '2027-06-14T07:30:00.000Z')).toBe('2027-06-14T07:30:00.001Z')
  expect(nextMoment('2027-06-14T07:30:00.000Z', '')).toBe('2027-06-14T07:30:00.000Z')
})

test('what the server does not answer to stays unsent; who is signed out is told so', async () => {
  const marks = [given(), given()]
  const asked = { deviceId: 'd', marks }
  const broken = () => Promise.reject(new TypeError('no network'))
  expect(await sendMarks('/marks', asked, broken)).toEqual({ kind: 'unreached' })
  const answering = (status: number, body: unknown) => () => Promise.resolve(Response.json(body, { status }))
  expect(await sendMarks('/marks', asked, answering(401, {}))).toEqual({ kind: 'signed-out' })
  expect(await sendMarks('/marks', asked, answering(404, {}))).toEqual({ kind: 'refused' })
  expect(await sendMarks('/marks', asked, answering(503, {}))).toEqual({ kind: 'unreached' })
  expect(await sendMarks('/marks', asked, answering(200, null))).toEqual({ kind: 'unreached' })
  const outcomes = [{ id: marks[0]!.id, is: 'stored' as const }]
  const answer = answering(200, { now: '2027-06-14T08:00:00.000Z', isEnded: false, outcomes })
  const sent = await sendMarks('/marks', asked, answer)
  expect(sent.kind).toBe('sent')
  const told = afterSending(marks, sent as Extract<typeof sent, { kind: 'sent' }>)
  expect(told.map(({ id, sentAt }) => [id, sentAt])).toEqual([[marks[0]!.id, '2027-06-14T08:00:00.000Z']])
})
