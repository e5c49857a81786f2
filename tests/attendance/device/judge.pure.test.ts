import { expect, test } from 'vitest'
import { givenList, givenPerson, LISTED_AT } from './given-list.ts'
import type { DeviceList, DeviceSlot } from '#app/attendance/device-list.ts'
import { judgeCode, type Looked } from '#app/attendance/device/judge.ts'
import type { Standing } from '#app/attendance/device/marks.ts'
import { digestOf } from '#app/attendance/ticket-digest.ts'

const ARRIVAL: DeviceSlot = {
  key: 'arrival',
  day: '',
  title: 'Arrival',
  room: '',
  trackId: '',
  startsAt: '2027-06-14T05:00:00.000Z',
  endsAt: '2027-06-18T16:00:00.000Z',
}

function at(list: DeviceList, given: Partial<Looked> = {}): Looked {
  return {
    list,
    slot: ARRIVAL,
    now: '2027-06-14T07:30:00.000Z',
    today: '2027-06-14',
    standingOf: () => undefined,
    ...given,
  }
}

test('each ticket that is shown without a connection has the answer that the front desk would give', async () => {
  const people = [
    givenPerson(1),
    givenPerson(2, { isConfirmed: false, due: '400 USD' }),
    givenPerson(3, { days: ['2027-06-16'] }),
    givenPerson(4, { trackId: 'b' }),
    givenPerson(5, { due: '50 USD' }),
  ]
  const list = givenList({
    people,
    ended: [
      { registrationId: 'x', code: 'TBBB-2222', why: 'transferred', endedAt: '2027-06-01T10:00:00.000Z' },
      { registrationId: 'y', code: 'TBBB-3333', why: 'cancelled', endedAt: '2027-06-02T10:00:00.000Z' },
      { registrationId: 'z', code: 'TBBB-4444', why: 'lapsed', endedAt: '2027-06-03T10:00:00.000Z' },
    ],
    elsewhere: [await digestOf('TCCC-2222', 'event-1')],
  })
  const lab: DeviceSlot = { ...ARRIVAL, key: 'session:1', day: '2027-06-14', trackId: 'a' }
  const verdict = async (code: string, given: Partial<Looked> = {}) => (await judgeCode(code, at(list, given))).verdict
  expect(await verdict(people[0]!.code)).toBe('ok')
  expect(await verdict(people[0]!.code.toLowerCase().replace('-', ' '))).toBe('ok')
  expect(await verdict(people[1]!.code)).toBe('not-paid')
  expect(await verdict(people[2]!.code)).toBe('wrong-day')
  expect(await verdict(people[3]!.code, { slot: lab })).toBe('wrong-room')
  expect(await judgeCode(people[4]!.code, at(list))).toMatchObject({ verdict: 'ok', values: { due: '50 USD' } })
  expect(await verdict('TBBB-2222')).toBe('passed-on')
  expect(await verdict('TBBB-3333')).toBe('cancelled')
  expect(await verdict('TBBB-4444')).toBe('lapsed')
  expect(await verdict('TCCC-2222')).toBe('wrong-room')
  expect(await verdict('TZZZ-9999')).toBe('unknown')
  expect(await verdict('https://example.org/not-a-ticket')).toBe('misread')
})

test('the picture of a ticket that was used ten minutes ago is told since when, and that it was here', async () => {
  const person = givenPerson(1)
  const standing: Standing = { state: 'present', at: '2027-06-14T07:20:00.000Z', markId: 'm', isOwn: true }
  const answer = await judgeCode(person.code, at(givenList({ people: [person] }), { standingOf: () => standing }))
  expect(answer).toMatchObject({ verdict: 'already-here', values: { at: standing.at }, isOwn: true })
  expect(answer.isOverrulable).toBe(false)
})

test('the desk may let in who has not paid, a room may not; nobody lets in on a ticket that ended', async () => {
  const person = givenPerson(2, { isConfirmed: false, due: '400 USD' })
  const ended = [{ registrationId: 'x', code: 'TBBB-2222', why: 'transferred' as const, endedAt: LISTED_AT }]
  const desk = givenList({ people: [person], ended })
  expect((await judgeCode(person.code, at(desk))).isOverrulable).toBe(true)
  expect((await judgeCode(person.code, at({ ...desk, door: 'room' }))).isOverrulable).toBe(false)
  expect((await judgeCode('TBBB-2222', at(desk))).isOverrulable).toBe(false)
})

test('a clock that was turned back a day since the list was made is noticed before anybody is let in', async () => {
  const person = givenPerson(1)
  const looked = at(givenList({ people: [person] }), { now: '2027-06-13T05:00:00.000Z' })
  expect((await judgeCode(person.code, looked)).verdict).toBe('wrong-clock')
})
