import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { ticketCodeIn } from '#app/attendance/desk/read-typed.ts'
import { judge, type JudgedTicket, mayOverrule, VERDICTS } from '#app/attendance/verdict.ts'

const FINE: JudgedTicket = {
  state: 'confirmed',
  isOfOtherEvent: false,
  trackId: 't1',
  days: [],
  due: '',
  endedAt: '',
  here: null,
}
const ARRIVAL = { day: '', trackId: '' }
const TODAY = '2027-06-16'
const HERE = { at: '2027-06-16T07:00:00.000Z', by: 'Ng', where: 'Door A' }

function say(ticket: Partial<JudgedTicket> | null | undefined, slot = ARRIVAL, clockOffBy = 0) {
  return judge({ ticket: ticket ? { ...FINE, ...ticket } : ticket, slot, today: TODAY, clockOffBy }).verdict
}

test('each wrong ticket has its own word, the weightiest first', () => {
  expect(say(undefined)).toBe('misread')
  expect(say(null)).toBe('unknown')
  expect(say({ isOfOtherEvent: true, state: 'cancelled' })).toBe('other-event')
  expect(say({ state: 'transferred', here: HERE })).toBe('passed-on')
  expect(say({ state: 'cancelled' })).toBe('cancelled')
  expect(say({ state: 'lapsed' })).toBe('lapsed')
  expect(say({}, ARRIVAL, 13 * 3_600_000)).toBe('wrong-clock')
  expect(say({ here: HERE, state: 'held', due: '$ 5' })).toBe('already-here')
  expect(say({ state: 'held', due: '$ 5' })).toBe('not-paid')
  expect(say({ days: ['2027-06-14'] })).toBe('wrong-day')
  expect(say({ days: ['2027-06-14'] }, { day: '2027-06-14', trackId: '' })).toBe('ok')
  expect(say({}, { day: TODAY, trackId: 't2' })).toBe('wrong-room')
  expect(say({}, { day: TODAY, trackId: 't1' })).toBe('ok')
  expect(say({ due: '$ 5' })).toBe('ok')
})

test('nobody overrules a seat that does not stand; money is the desk’s, a room the teacher’s as well', () => {
  const table = VERDICTS.map((verdict) => [verdict, mayOverrule(verdict, 'desk'), mayOverrule(verdict, 'room')])
  expect(table.filter(([, desk, room]) => desk || room)).toEqual([
    ['wrong-clock', true, true],
    ['not-paid', true, false],
    ['wrong-day', true, true],
    ['wrong-room', true, true],
  ])
})

test('the file that goes to the browser imports nothing', async () => {
  expect(await readFile('app/attendance/verdict.ts', 'utf8')).not.toMatch(/\bimport\b.*from/)
})

test('a code is found in what scanners and people type, and in nothing else', () => {
  for (const typed of ['T7KQ-4M2X', ' t7kq 4m2x\n', 'T7KQ4M2X', 'https://plenary.example/t/T7KQ-4M2X', 'Ｔ7KQ-4M2X'])
    expect(ticketCodeIn(typed)).toBe('T7KQ-4M2X')
  for (const typed of ['', 'T7KQ-4M2', 'P7KQ-4M2X', 'XT7KQ-4M2XX', 'A'.repeat(10_000), 'T7KQ-4M2X '.repeat(1_000)])
    expect(ticketCodeIn(typed)).toBeNull()
})
