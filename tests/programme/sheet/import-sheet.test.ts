import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { writeSheet } from '#app/files/sheets/write-sheet.ts'
import { translator } from '#app/locales/translate.ts'
import { loadImportFacts } from '#app/programme/import/import-facts.server.ts'
import { importProgramme } from '#app/programme/import/import-programme.server.ts'
import { previewImport } from '#app/programme/import/preview-import.server.ts'
import { receiveProgramme } from '#app/programme/import/receive-programme.server.ts'
import { previewUndo, undoImport } from '#app/programme/import/undo-import.server.ts'
import { COLUMNS } from '#app/programme/sheet/columns.ts'
import { sheetRows } from '#app/programme/sheet/sheet-rows.ts'
import { newId } from '#app/values/id.ts'
import { LATER, organizer, SITE } from '#tests/programme/given-import.ts'
import { givenSession } from '#tests/events/event-samples.ts'
import { givenTrack } from '#tests/participants/given-participants.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'

let services: Awaited<ReturnType<typeof testServices>>
let event: Awaited<ReturnType<typeof givenEvent>>
let accountId: string
const actor = { kind: 'account', id: 'an-account' } as const
const HEAD = ['id', 'code', 'title', 'day', 'start', 'end', 'track', 'room', 'people']

beforeEach(async () => {
  services = await testServices()
  event = await givenEvent(services.db)
  accountId = await organizer(services.db, event.id)
  await givenTrack(services.db, event.id, 'T1')
})
afterEach(() => services.close())

async function received(rows: string[][], kind: 'csv' | 'xlsx' = 'csv') {
  return await sent(Buffer.from(await writeSheet(rows, kind)), `programme.${kind}`)
}

async function sent(content: Uint8Array, name = 'programme.csv') {
  const { db } = services
  const received = await receiveProgramme(db, { eventId: event.id, content, name, accountId, language: 'en', now: NOW })
  if (!received.ok) return received
  return { ok: true as const, fileId: received.value.fileId, content }
}

async function file(rows: string[][]) {
  const found = await received(rows)
  if (!found.ok) throw new Error(JSON.stringify(found.refusals))
  return found
}

const look = async (content: Uint8Array) =>
  (await previewImport(services.db, { eventId: event.id, content, site: SITE }))!

async function apply({ fileId, content }: { fileId: string; content: Uint8Array }, remove: string[] = []) {
  return await importProgramme(services.db, {
    eventId: event.id,
    file: { id: fileId, content },
    site: SITE,
    seen: (await look(content)).seen,
    remove,
    isPublic: true,
    now: LATER,
    actor,
  })
}

const sessions = async () =>
  await services.db.selectFrom('sessions').selectAll().where('eventId', '=', event.id).orderBy('title').execute()
const people = async () => await services.db.selectFrom('sessionPeople').selectAll().orderBy('position').execute()
const exported = async () => sheetRows((await loadImportFacts(services.db, event.id))!, translator('en'))

/** Two sessions by a sheet, one of them with people. */
async function given() {
  await apply(
    await file([
      HEAD,
      [
        '',
        'A',
        'Opening',
        '2027-06-14',
        '09:00',
        '10:00',
        'T1',
        'Hall A',
        'Chair: Ngozi Muster (Example University); Contohwati',
      ],
      ['', '', 'Routes', '2027-06-15', '09:00', '10:00', '', '', ''],
    ]),
  )
}

test('adds, changes, removes what is ticked; people keep what a sheet does not know; rooms become rooms', async () => {
  await given()
  const [opening, routes] = await sessions()
  expect(opening).toMatchObject({ code: 'A', room: 'Hall A', kind: 'other', isPublic: 1, version: 0, importUid: null })
  await services.db.updateTable('sessionPeople').set({ email: 'ngozi@example.org' }).where('position', '=', 0).execute()
  const rows = await exported()
  expect(rows[0]).toEqual(COLUMNS.map((column) => translator('en')(`release.column.${column}`)))
  rows[1]![COLUMNS.indexOf('people')] = 'Ngozi Muster'
  rows[1]![COLUMNS.indexOf('room')] = 'Hall B'
  rows[1]![COLUMNS.indexOf('stream')] = 'https://stream.example.org/a'
  expect(await apply(await file(rows.slice(0, 2)), [routes!.id])).toMatchObject({ value: { changed: 1, removed: 1 } })
  expect(await sessions()).toMatchObject([{ id: opening!.id, room: 'Hall B', version: 1, isStreamed: 1, sequence: 1 }])
  expect(await people()).toMatchObject([
    { role: 'speaker', fullName: 'Ngozi Muster', affiliation: null, email: 'ngozi@example.org' },
  ])
  const rooms = await services.db.selectFrom('rooms').select('name').where('eventId', '=', event.id).execute()
  expect(rooms.map(({ name }) => name).toSorted()).toEqual(['Hall A', 'Hall B'])
  expect((await checkInvariants(services.db)).filter(({ violations }) => violations > 0)).toEqual([])
})

test('while one row cannot be taken, nothing is', async () => {
  const broken = await file([
    HEAD,
    ['', '', 'Good', '2027-06-14', '09:00', '10:00', '', '', ''],
    ['', '', 'Bad', '2027-06-14', '11:00', '10:00', 'T9', '', ''],
  ])
  expect(await apply(broken)).toMatchObject({ refusals: [{ code: 'programme-rows' }] })
  expect(await sessions()).toEqual([])
})

test('what was looked at is done, or nothing: another change makes it stale, and of two at once one is done', async () => {
  await given()
  const rows = await exported()
  rows[1]![COLUMNS.indexOf('title')] = 'Opening, anew'
  const sheet = await file(rows)
  const { seen } = await look(sheet.content)
  const base = { eventId: event.id, file: { id: sheet.fileId, content: sheet.content }, site: SITE, remove: [] }
  const once = () => importProgramme(services.db, { ...base, seen, isPublic: true, now: LATER, actor })
  const outcomes = await Promise.all([once(), once(), once()])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  await services.db.updateTable('sessions').set({ title: 'By hand' }).where('code', '=', 'A').execute()
  expect(await once()).toMatchObject({ refusals: [{ code: 'programme-stale' }] })
})

test('a session that people signed up to, or that has materials, is removed by no file', async () => {
  await given()
  const [opening, routes] = await sessions()
  await services.db
    .insertInto('sessionMaterials')
    .values({
      id: newId(NOW),
      sessionId: opening!.id,
      position: 0,
      title: 'Slides',
      url: 'https://example.org/',
      fileId: null,
      audience: 'public',
      createdAt: NOW,
    })
    .execute()
  const { gone } = await look((await file([HEAD, ['', '', 'New', '2027-06-14', '09:00', '10:00', '', '', '']])).content)
  expect(gone.map(({ title, isUsed }) => [title, isUsed])).toEqual([
    ['Opening', true],
    ['Routes', false],
  ])
  const sheet = await file([HEAD, ['', '', 'New', '2027-06-14', '09:00', '10:00', '', '', '']])
  expect(await apply(sheet, [opening!.id, routes!.id])).toMatchObject({ value: { added: 1, removed: 1 } })
  expect((await sessions()).map(({ title }) => title)).toEqual(['New', 'Opening'])
})

test('an import is taken back: what it added goes, what it changed and removed is as it was', async () => {
  await given()
  const [before, whoBefore] = [await sessions(), await people()]
  const rows = await exported()
  rows[1]![COLUMNS.indexOf('title')] = 'Opening, anew'
  rows[1]![COLUMNS.indexOf('people')] = 'Somebody Else'
  rows[2] = rows[2]!.map((cell, at) => (COLUMNS[at] === 'id' ? '' : COLUMNS[at] === 'title' ? 'New' : cell))
  const sheet = await file(rows)
  expect(await apply(sheet, [before[1]!.id])).toMatchObject({ value: { added: 1, changed: 1, removed: 1 } })
  const choice = { eventId: event.id, fileId: sheet.fileId }
  expect(await previewUndo(services.db, choice)).toEqual({ added: 1, changed: 1, removed: 1 })
  expect(await undoImport(services.db, { ...choice, now: LATER, actor })).toMatchObject({ ok: true })
  const facts = (all: Awaited<ReturnType<typeof sessions>>) =>
    all.map(({ version: _, sequence: __, updatedAt: ___, calendarAt: ____, calendarDigest: _____, ...row }) => row)
  const after = await sessions()
  expect(facts(after)).toEqual(facts(before))
  expect(await people()).toEqual(whoBefore)
  // Calendars see both as changed, never as older than they were.
  for (const [at, { sequence }] of after.entries()) expect(sequence).toBeGreaterThan(before[at]!.sequence)
  expect(await previewUndo(services.db, choice)).toBe('import-not-kept')
  expect(await undoImport(services.db, { ...choice, now: LATER, actor })).toMatchObject({ ok: false })
  expect((await checkInvariants(services.db)).filter(({ violations }) => violations > 0)).toEqual([])
})

test('an import is not taken back over what somebody changed since, nor for another event', async () => {
  await given()
  const rows = await exported()
  rows[1]![COLUMNS.indexOf('title')] = 'Opening, anew'
  const sheet = await file(rows)
  await apply(sheet)
  const other = await givenEvent(services.db)
  expect(await previewUndo(services.db, { eventId: other.id, fileId: sheet.fileId })).toBe('import-not-kept')
  await services.db.updateTable('sessions').set({ version: 9 }).where('code', '=', 'A').execute()
  const choice = { eventId: event.id, fileId: sheet.fileId }
  expect(await previewUndo(services.db, choice)).toBe('import-changed')
  expect(await undoImport(services.db, { ...choice, now: LATER, actor })).toMatchObject({
    refusals: [{ code: 'import-changed' }],
  })
  expect((await sessions())[0]!.title).toBe('Opening, anew')
})

test.each([
  ['wrong columns', Buffer.from('name;colour\nA;red\n'), 'programme.csv', 'sheet-unknown-columns'],
  ['a column too few', Buffer.from('title,day\nA,2027-06-14\n'), 'programme.csv', 'sheet-missing-columns'],
  [
    'two encodings',
    Buffer.concat([
      Buffer.from('title,day,start,end\nÉté,2027-06-14,09:00,10:00\n'),
      Buffer.from([0xc9, 0x74, 0xe9, 0x2c, 0x0a]),
    ]),
    'programme.csv',
    'sheet-encoding',
  ],
  [
    '50,000 rows',
    Buffer.from(`title,day,start,end\n${'A,2027-06-14,09:00,10:00\n'.repeat(50_000)}`),
    'programme.csv',
    'sheet-rows',
  ],
  ['half a workbook', (await writeSheet([HEAD], 'xlsx')).subarray(0, 900), 'programme.xlsx', 'sheet-broken'],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]), 'programme.xlsx', 'sheet-type'],
  ['nothing', Buffer.from(''), 'programme.csv', 'file-empty'],
])('%s is refused with a sentence, and not kept', async (_, content, name, code) => {
  const refused = await sent(content, name)
  expect(refused).toMatchObject({ ok: false, refusals: [{ code, field: 'file' }] })
  expect(await services.db.selectFrom('files').select('id').where('eventId', '=', event.id).execute()).toEqual([])
})

test('an XLSX is as good as a CSV; hidden sessions are in it and stay hidden', async () => {
  await givenSession(services.db, event.id, {
    day: '2027-06-14',
    from: '07:00',
    to: '07:30',
    title: 'Committee',
    isPublic: 0,
  })
  const found = await received(await exported(), 'xlsx')
  if (!found.ok) throw new Error(JSON.stringify(found.refusals))
  expect((await look(found.content)).entries.map(({ is, title }) => [is, title])).toEqual([['same', 'Committee']])
})
