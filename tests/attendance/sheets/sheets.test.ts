import type { Kysely } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { givenParticipants, givenTrack, ROSTER } from '#tests/participants/given-participants.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import { findSheet } from '#app/attendance/sheets/find-sheet.server.ts'
import { printSheet } from '#app/attendance/sheets/print-sheet.server.ts'
import { takeSheetFile } from '#app/attendance/sheets/take-sheet-file.server.ts'
import { planSheet, takeSheet } from '#app/attendance/sheets/take-sheet.server.ts'
import { paperPeople } from '#app/participants/paper/paper-people.server.ts'
import { addMinutes } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

let test_: Awaited<ReturnType<typeof testServices>>
let db: Kysely<Database>

beforeEach(async () => {
  test_ = await testServices()
  db = test_.db
})

afterEach(() => test_.close())

async function givenSheet(parts: 'am,pm' | 'am' | 'day' = 'am,pm') {
  const event = await givenEvent(db, { tickets: [{ seats: 60 }] })
  const trackId = await givenTrack(db, event.id, 'T1')
  await db.updateTable('ticketTypes').set({ trackId }).where('eventId', '=', event.id).execute()
  await givenParticipants(db, event, ROSTER)
  const { accountId } = await givenAccount(db, 'instructor@plenary.example', [])
  const seriesId = (
    await db.selectFrom('events').select('seriesId').where('id', '=', event.id).executeTakeFirstOrThrow()
  ).seriesId
  const print = async () => {
    const people = await paperPeople(db, { eventId: event.id, trackIds: 'all', trackId })
    const printed = await printSheet(db, {
      eventId: event.id,
      trackId,
      heldOn: '2027-06-14',
      sessionId: null,
      parts,
      registrationIds: people.map(({ registrationId }) => registrationId),
      accountId,
      now: NOW,
    })
    if (!printed.ok) throw new Error('busy')
    return { code: printed.value.code, people }
  }
  const taker = { event: { id: event.id, seriesId }, trackIds: [trackId], accountId, now: addMinutes(NOW, 30) }
  return { event, trackId, accountId, print, taker }
}

const states = async () => {
  const rows = await db.selectFrom('attendanceStates').select(['registrationId', 'slot', 'state']).execute()
  return rows.map(({ slot, state }) => `${slot} ${state}`).toSorted()
}

test('the same list is the same sheet; a list that changed is another one, and the first keeps its numbers', async () => {
  const { print, taker, event } = await givenSheet()
  const first = await print()
  expect((await print()).code).toBe(first.code)
  await givenParticipants(db, event, [{ fullName: 'Aaa Newcomer' }])
  const second = await print()
  expect(second.code).not.toBe(first.code)
  const found = await findSheet(db, { eventId: event.id, trackIds: taker.trackIds, code: first.code })
  expect(found).toMatchObject({ ok: true, value: { rowCount: 12 } })
  const names = found.ok ? found.value.rows.map(({ fullName }) => fullName) : []
  expect(names).toEqual(first.people.map(({ fullName }) => fullName))
  expect(await db.selectFrom('attendanceSheets').select('id').execute()).toHaveLength(2)
})

test('a sheet marks who signed, by half; sent twice it marks once', async () => {
  const { print, taker } = await givenSheet()
  const { code, people } = await print()
  const input = { ...taker, code: code.toLowerCase(), typed: { am: 'all but 12', pm: '1-3' }, othersAbsent: false }
  expect(await takeSheet(db, input)).toEqual({ ok: true, value: { marked: 14, refused: 0 } })
  expect(await takeSheet(db, { ...input, now: addMinutes(NOW, 60) })).toEqual({
    ok: true,
    value: { marked: 0, refused: 0 },
  })
  expect(await db.selectFrom('attendanceMarks').select(['source', 'sheetId']).execute()).toHaveLength(14)
  const sheet = await db.selectFrom('attendanceSheets').select('id').executeTakeFirstOrThrow()
  expect(await db.selectFrom('attendanceMarks').select(['source', 'sheetId']).distinct().execute()).toEqual([
    { source: 'paper', sheetId: sheet.id },
  ])
  const third = await db
    .selectFrom('attendanceStates')
    .select(['slot', 'state'])
    .where('registrationId', '=', people[2]!.registrationId)
    .orderBy('slot')
    .execute()
  expect(third).toEqual([
    { slot: 'half:2027-06-14:am', state: 'present' },
    { slot: 'half:2027-06-14:pm', state: 'present' },
  ])
  const taken = await db
    .selectFrom('auditEntries')
    .select('after')
    .where('action', '=', 'attendance-sheet.taken')
    .execute()
  expect(taken).toHaveLength(1)
})

test('the others are absent only if that is wished, and only where somebody signed', async () => {
  const { print, taker } = await givenSheet()
  const { code } = await print()
  await takeSheet(db, { ...taker, code, typed: { am: '1-10' }, othersAbsent: true })
  expect(await states()).toEqual([
    ...Array.from({ length: 2 }, () => 'half:2027-06-14:am absent'),
    ...Array.from({ length: 10 }, () => 'half:2027-06-14:am present'),
  ])
})

test('walk-ins are named and mark nobody', async () => {
  const { print, taker } = await givenSheet('day')
  const { code } = await print()
  const planned = await planSheet(db, { ...taker, code, typed: { day: '1, 13' }, othersAbsent: false })
  expect(planned).toMatchObject({ ok: true, value: { taking: { walkIns: [{ part: 'day', numbers: [13] }] } } })
  expect(planned.ok && planned.value.taking.marks.map(({ slot }) => slot)).toEqual(['day:2027-06-14'])
})

test('a seat that ended since the sheet was printed is not marked, and its number stays its own', async () => {
  const { print, taker } = await givenSheet('am')
  const { code, people } = await print()
  await db
    .updateTable('registrations')
    .set({ state: 'cancelled', activeKey: null, endedAt: NOW })
    .where('id', '=', people[0]!.registrationId)
    .execute()
  expect(await takeSheet(db, { ...taker, code, typed: { am: '1, 2' }, othersAbsent: false })).toEqual({
    ok: true,
    value: { marked: 1, refused: 1 },
  })
  const [marked] = await db.selectFrom('attendanceStates').select('registrationId').execute()
  expect(marked!.registrationId).toBe(people[1]!.registrationId)
})

test('a sheet of another event, of another track, a code never printed and a number it has not are told apart', async () => {
  const { print, taker } = await givenSheet('am')
  const { code } = await print()
  const other = await givenEvent(db, {})
  const codeOf = async (more: object) => {
    const done = await takeSheet(db, { ...taker, code, typed: { am: '1' }, othersAbsent: false, ...more })
    return done.ok ? 'ok' : done.refusals.map((refusal) => refusal.code).join()
  }
  expect(await codeOf({ event: { id: other.id, seriesId: 'x' } })).toBe('sheet-elsewhere')
  expect(await codeOf({ trackIds: ['0197a000-0000-7000-8000-000000000000'] })).toBe('sheet-other-track')
  expect(await codeOf({ typed: { am: '99' } })).toBe('sheet-number')
  expect(await codeOf({ typed: {} })).toBe('sheet-nobody')
  await db.updateTable('attendanceSheets').set({ code: 'gone' }).execute()
  expect(await codeOf({})).toBe('sheet-unknown')
  expect(await states()).toEqual([])
})

test('a file of many sheets marks all or nothing, and names every line that is wrong', async () => {
  const { print, taker } = await givenSheet()
  const { code } = await print()
  const good = [
    ['code', 'row', 'half'],
    [code, '1', 'am'],
    [code.replace('-', ''), '2', 'pm'],
    [code, '2', 'am'],
  ]
  const bad = await takeSheetFile(db, {
    ...taker,
    rows: [...good, [code, 'x', 'am'], ['N7K4-M0Q', '1', 'am'], [code, '1', 'noon']],
  })
  expect(bad.ok ? [] : bad.refusals.map(({ code: of, details }) => [of, details?.line])).toEqual([
    ['sheet-line-row', 5],
    ['sheet-letter', 6],
    ['sheet-line-half', 7],
  ])
  expect(await states()).toEqual([])
  expect(await takeSheetFile(db, { ...taker, rows: [[code, '1', '']] })).toMatchObject({
    refusals: [{ code: 'sheet-half-missing', details: { sheet: code } }],
  })
  expect(await takeSheetFile(db, { ...taker, rows: good })).toEqual({
    ok: true,
    value: { marked: 3, refused: 0, sheets: 1 },
  })
  expect(await takeSheetFile(db, { ...taker, rows: good })).toMatchObject({ value: { marked: 0 } })
})
