import { buffer } from 'node:stream/consumers'
import { Buffer } from 'node:buffer'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Editor, givenEditor } from './given-sheet.ts'
import { givenTrack } from '../given-participants.ts'
import { givenQuestion } from './given-question.ts'
import { anOrder, aPerson, placed } from '#tests/registrations/an-order.ts'
import { givenEvent } from '#tests/support/given.ts'
import { writeSheet } from '#app/files/sheets/write-sheet.ts'
import { writeArchive } from '#app/files/sheets/xlsx/write-archive.ts'
import { forgetRuns } from '#app/participants/runs/forget-runs.server.ts'
import { tickConflicts } from '#app/participants/round-trip/tick-conflicts.server.ts'
import { erasePerson } from '#app/people/erase-person.server.ts'
import { addMinutes } from '#app/values/moment.ts'

let editor: Editor

beforeEach(async () => {
  editor = await givenEditor()
})

afterEach(async () => {
  expect(await editor.broken()).toEqual([])
  await editor.close()
})

const NAMES = [
  '=SUM(A1)',
  "'apostrophe",
  '+1 (555)',
  '-minus',
  '@at',
  'ወርቅነሽ ደበበ',
  'أمينة \u202Bبن علي\u202C',
  'Þóra "the" O’Brien; Ltd, Inc',
  '00012',
  '2027-06-21',
  '_x000D_',
]

async function given(names = ['Amina', 'Boris', 'Chen']) {
  const event = await givenEvent(editor.db, { tickets: [{ seats: 99 }] })
  const codes: string[] = []
  for (const [at, fullName] of names.entries()) {
    const person = aPerson(event.tickets[0]!.id, { fullName, email: `someone-${at}@example.org`, country: 'RW' })
    codes.push((await placed(editor.db, anOrder(event, { people: [person] }))).registrations[0]!.code)
  }
  return { event, codes }
}

describe('a sheet that comes back as it went', () => {
  it.each(['csv', 'xlsx'] as const)('changes nothing, whatever people are called and answered (%s)', async (kind) => {
    const { event, codes } = await given(NAMES)
    const question = await givenQuestion(editor.db, event.id, { code: 'about', kind: 'longtext' })
    const choice = await givenQuestion(editor.db, event.id, {
      code: 'diet',
      kind: 'choices',
      options: [
        { value: 'o1', label: 'Vegan; raw' },
        { value: 'o2', label: 'Halal' },
        { value: 'o3', label: 'halal' },
      ],
    })
    const ids = (await editor.seats(event.id)).map(({ id }) => id)
    const answer = { answeredAt: editor.now(), erasedAt: null }
    await editor.db
      .insertInto('answers')
      .values([
        { registrationId: ids[0]!, questionId: question, value: 'two\nlines, "quoted"\n=1+1', ...answer },
        { registrationId: ids[1]!, questionId: choice, value: '["o1","o2"]', ...answer },
      ])
      .execute()
    for (const language of ['en', 'fr', 'ar'] as const) {
      const sent = await editor.send(event.id, await editor.take(event.id, { kind, language }))
      if (!sent.ok) throw new Error(JSON.stringify(sent.refusals))
      await editor.work()
      expect(await editor.runRows(sent.value.runId)).toEqual(codes.map(() => 'same'))
    }
  })
})

describe('an edited sheet', () => {
  it('shows every difference, applies it once, and takes it back', async () => {
    const { event, codes } = await given()
    const trackId = await givenTrack(editor.db, event.id, 'DNS')
    await givenQuestion(editor.db, event.id, {
      code: 'size',
      kind: 'choice',
      options: [
        { value: 'o1', label: 'Small' },
        { value: 'o2', label: 'Large' },
      ],
    })
    const before = await editor.rows(event.id)
    const rows = structuredClone(before)
    const [amina, boris] = codes as [string, string]
    const old = await editor.person(amina)
    editor.put(rows, amina, 'Name', '  Amina   Bint ')
    editor.put(rows, amina, 'Email', 'amina@example.net')
    editor.put(rows, amina, 'Language of mails', 'FR')
    editor.put(rows, boris, 'Track', 'DNS')
    editor.put(rows, boris, 'Question size [size]', 'large')
    editor.put(rows, boris, 'Note', 'Line one\nline two')
    rows.pop()
    const runId = await editor.bring(event.id, rows, 'xlsx')
    expect(await editor.runRows(runId)).toEqual(['waiting', 'waiting'])
    const { before: was, after } = await editor.db
      .selectFrom('runRows')
      .select(['before', 'after'])
      .where('runId', '=', runId)
      .orderBy('position')
      .executeTakeFirstOrThrow()
    expect([JSON.parse(was), JSON.parse(after)]).toEqual([
      { fullName: 'Amina', email: 'someone-0@example.org', language: 'en' },
      { fullName: 'Amina Bint', email: 'amina@example.net', language: 'fr' },
    ])
    await editor.finish(event.id, runId)
    expect(await editor.run(runId)).toMatchObject({ state: 'done', done: 2, refused: 0 })
    const person = await editor.person(amina)
    expect(person).toMatchObject({ fullName: 'Amina Bint', email: 'amina@example.net', sortKey: 'amina bint' })
    expect(person).toMatchObject({ mailLanguage: 'fr', keyVersion: old.keyVersion + 1 })
    expect(person.activeKey).not.toBe(old.activeKey)
    expect(await editor.mails('ticket')).toContain('amina@example.net')
    expect(await editor.person(boris)).toMatchObject({ trackId, note: 'Line one\nline two' })
    expect(await editor.db.selectFrom('answers').select('value').execute()).toEqual([{ value: 'o2' }])
    await editor.undo(event.id, runId)
    expect(await editor.run(runId)).toMatchObject({ state: 'undone', undone: 2 })
    expect(withoutVersion(await editor.rows(event.id))).toEqual(withoutVersion(before))
  })

  it('says everything that is wrong in a row, and leaves the others be', async () => {
    const { event, codes } = await given(['A', 'B', 'C', 'D', 'E', 'F'])
    await givenQuestion(editor.db, event.id, {
      code: 'size',
      kind: 'choice',
      options: [{ value: 'o1', label: 'Small' }],
    })
    const rows = await editor.rows(event.id)
    const [a, b, c, d, e, f] = codes as [string, string, string, string, string, string]
    editor.put(rows, a, 'Email', 'nobody')
    editor.put(rows, a, 'Country', 'Rwanda')
    editor.put(rows, a, 'Question size [size]', 'Huge')
    editor.put(rows, b, 'Ticket', 'VIP')
    editor.put(rows, c, 'Code', '')
    editor.put(rows, d, 'Code', 'T999999999')
    editor.put(rows, e, 'Code', a)
    editor.put(rows, f, 'Email', 'someone-1@example.org')
    const runId = await editor.bring(event.id, rows)
    expect(await editor.runRows(runId)).toEqual([
      'refused run.problem.in?column=email&why=form.email\nrun.problem.in?column=country&why=form.country\nrun.problem.in?column=answer%3Asize&why=form.choose',
      'refused run.problem.in?column=ticket&why=run.problem.readOnly',
      'refused run.problem.noCode',
      'refused run.problem.unknownCode',
      `refused run.problem.codeTwice?row=2`,
      'waiting',
    ])
    const before = await editor.rows(event.id)
    await editor.finish(event.id, runId)
    expect((await editor.runRows(runId)).at(-1)).toBe('refused refusal.address-registered')
    expect(await editor.rows(event.id)).toEqual(before)
  })

  it('refuses a formula by its cell', async () => {
    const { event } = await given(['A'])
    const rows = await editor.rows(event.id)
    const text = Buffer.from(await writeSheet(rows, 'csv'))
      .toString()
      .replace(',A,', ',=1+1,')
    const sent = await editor.send(event.id, Buffer.from(text))
    expect(sent.ok && (await editor.runRows(sent.value.runId))).toEqual(['refused run.problem.formula?column=fullName'])
  })

  it('leaves alone what somebody else changed since, unless it is ticked', async () => {
    const { event, codes } = await given()
    const rows = await editor.rows(event.id)
    const [amina, boris] = codes as [string, string]
    // Where nothing that they changed was changed in the sheet, there is nothing to ask about.
    const { db } = editor
    await db.updateTable('people').set({ affiliation: 'Example NIC' }).where('fullName', '<>', '').execute()
    for (const name of ['Amina', 'Boris'])
      await db
        .updateTable('people')
        .set({ fullName: `${name} Two` })
        .where('fullName', '=', name)
        .execute()
    editor.put(rows, codes[2]!, 'Name', 'Chen One')
    editor.put(rows, amina, 'Name', 'Amina One')
    editor.put(rows, boris, 'Name', 'Boris One')
    const runId = await editor.bring(event.id, rows)
    expect(await editor.runRows(runId)).toEqual([
      'refused run.problem.conflict',
      'refused run.problem.conflict',
      'waiting',
    ])
    const tick = { eventId: event.id, runId, positions: [2], now: editor.now() }
    expect(await tickConflicts(editor.db, tick)).toMatchObject({ ok: true })
    await editor.finish(event.id, runId)
    expect([(await editor.person(amina)).fullName, (await editor.person(boris)).fullName]).toEqual([
      'Amina One',
      'Boris Two',
    ])
    // What the sheet did not know stays.
    expect((await editor.person(amina)).affiliation).toBe('Example NIC')
    expect((await tickConflicts(editor.db, { ...tick, positions: [3] })).ok).toBe(false)
  })

  it('does not do what somebody changed between looking and doing, nor takes back what changed after', async () => {
    const { event, codes } = await given()
    const rows = await editor.rows(event.id)
    const [amina, boris] = codes as [string, string]
    editor.put(rows, amina, 'Name', 'Amina One')
    editor.put(rows, boris, 'Name', 'Boris One')
    const runId = await editor.bring(event.id, rows)
    await editor.db.updateTable('people').set({ fullName: 'Somebody' }).where('fullName', '=', 'Amina').execute()
    await editor.finish(event.id, runId)
    expect(await editor.runRows(runId)).toEqual(['refused run.problem.changedSince', 'done', 'same'])
    await editor.db.updateTable('people').set({ fullName: 'Boris Two' }).where('fullName', '=', 'Boris One').execute()
    await editor.undo(event.id, runId)
    expect((await editor.runRows(runId))[1]).toBe('done run.problem.changedSince')
    expect((await editor.person(boris)).fullName).toBe('Boris Two')
  })
})

describe('a sheet that cannot be read', () => {
  it.each<[string, (rows: string[][]) => Uint8Array | Promise<Uint8Array>, object]>([
    [
      'a wrong column',
      (rows) => csv([[...rows[0]!, 'Shoe size'], ...rows.slice(1)]),
      { code: 'sheet-column', details: { column: 'Shoe size' } },
    ],
    ['a column twice', (rows) => csv([[...rows[0]!, 'Name'], ...rows.slice(1)]), { code: 'sheet-column-twice' }],
    [
      'no code',
      (rows) => csv(rows.map((row) => row.slice(1))),
      { code: 'sheet-no-column', details: { column: 'code' } },
    ],
    [
      'no version',
      (rows) => csv(rows.map((row) => [row[0]!])),
      { code: 'sheet-no-column', details: { column: 'version' } },
    ],
    [
      'mixed encodings',
      async (rows) => Buffer.concat([await csv(rows), Buffer.from('Þ\n'), Buffer.from('Ren\xe9\n', 'latin1')]),
      { code: 'sheet-encoding', details: { line: 6 } },
    ],
    [
      '50,000 rows',
      (rows) => csv([rows[0]!, ...Array.from({ length: 50_000 }, () => rows[1]!)]),
      { code: 'sheet-rows', details: { limit: 20_001 } },
    ],
    ['20 MB and more', () => Buffer.alloc(21 * 1024 * 1024, 'a'), { code: 'file-too-large' }],
    ['only its head', (rows) => csv(rows.slice(0, 1)), { code: 'sheet-empty' }],
    ['a picture', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), { code: 'sheet-type' }],
    ['an archive', async () => await buffer(writeArchive([['a.txt', 'a']])), { code: 'sheet-type' }],
  ])('%s: a sentence, and nothing half done', async (_name, contentOf, refusal) => {
    const { event } = await given()
    const sent = await editor.send(event.id, await contentOf(await editor.rows(event.id)))
    expect(sent).toMatchObject({ ok: false, refusals: [{ ...refusal, field: 'file' }] })
    expect(await editor.db.selectFrom('runRows').selectAll().execute()).toEqual([])
    expect(await editor.db.selectFrom('runs').selectAll().execute()).toEqual([])
  })

  const csv = async (rows: string[][]) => await writeSheet(rows, 'csv', { hasMark: false })
})

describe('what a run keeps of people', () => {
  it('is erased with them, and thirty days after its end', async () => {
    const { event, codes } = await given(['Amina Example', 'Boris Example'])
    const rows = await editor.rows(event.id)
    editor.put(rows, codes[0]!, 'Name', 'Amina Secret')
    editor.put(rows, codes[1]!, 'Name', 'Boris Secret')
    const runId = await editor.bring(event.id, [...rows, ['T0000', 'x', '', '', 'Stranger Secret']])
    await editor.finish(event.id, runId)
    const kept = async () => JSON.stringify(await editor.db.selectFrom('runRows').selectAll().execute())
    expect(await kept()).not.toContain('Stranger')
    await erasePerson(editor.db, { email: 'someone-0@example.org', actor: { kind: 'operator' }, now: editor.now() })
    expect(await kept()).not.toContain('Amina')
    expect(await kept()).toContain('Boris Secret')
    await forgetRuns(editor.db, { now: addMinutes(editor.now(), 29 * 24 * 60) })
    expect(await kept()).toContain('Boris Secret')
    await forgetRuns(editor.db, { now: addMinutes(editor.now(), 31 * 24 * 60) })
    expect(await kept()).toBe('[]')
    expect(await editor.run(runId)).toMatchObject({ state: 'done', done: 2 })
  })
})

function withoutVersion(rows: string[][]): string[][] {
  const at = rows[0]!.indexOf('Version')
  return rows.map((row) => row.filter((_, column) => column !== at))
}
