import fc from 'fast-check'
import { expect, test } from 'vitest'
import { facts, stored } from './given-facts.ts'
import { readSheet } from '#app/files/sheets/read-sheet.ts'
import { writeSheet } from '#app/files/sheets/write-sheet.ts'
import { LANGUAGES } from '#app/locales/languages.ts'
import { translator } from '#app/locales/translate.ts'
import type { ImportFacts } from '#app/programme/import/import-plan.ts'
import { COLUMNS, readHead } from '#app/programme/sheet/columns.ts'
import { planSheet } from '#app/programme/sheet/plan-sheet.ts'
import { SHEET_LIMITS } from '#app/programme/sheet/sheet-limits.ts'
import { sheetRows } from '#app/programme/sheet/sheet-rows.ts'
import { sessionBounds } from '#app/events/event-bounds.ts'
import { wallTimeOf } from '#app/events/wall-time.ts'
import { cleanLine, cleanText } from '#app/values/text.ts'

const t = translator('en')
const plan = (given: ImportFacts, rows: string[][]) => planSheet({ rows, formulas: [] }, given)!
const rowOf = (given: ImportFacts, changed: Partial<Record<(typeof COLUMNS)[number], string>>, at = 1) => {
  const rows = sheetRows(given, t)
  for (const [column, value] of Object.entries(changed)) rows[at]![COLUMNS.indexOf(column as 'id')] = value
  return rows
}
/** The problems of the first row, as `code` or `code column`. */
const problems = (rows: string[][], given = facts([stored({})])) =>
  plan(given, rows).entries.flatMap((entry) =>
    entry.is === 'refused'
      ? entry.problems.map(({ code, details }) => [code, details?.['column']].filter(Boolean).join(' '))
      : [],
  )

const line = (maxLength: number) => fc.string({ unit: 'grapheme', minLength: 1, maxLength }).map(cleanLine)
const name = line(40).filter((text) => text !== '')
const person = fc.record({
  role: fc.constantFrom('speaker', 'chair', 'lead-instructor', 'instructor', 'assistant'),
  fullName: name,
  affiliation: fc.option(name),
})
const zone = 'Europe/Berlin'
/** On the day on which clocks are put back, so that hours are there twice. */
const hours = fc.record({ from: fc.integer({ min: 0, max: 22 }), isLater: fc.boolean() }).map(({ from, isLater }) => {
  const startsTime = `${String(from).padStart(2, '0')}:30`
  const endsTime = `${String(from + 2).padStart(2, '0')}:00`
  const [starts, ends] = [startsTime, endsTime].map((time) => wallTimeOf('2027-10-31', time, zone).is === 'repeated')
  const later = { startsLater: isLater && starts ? 1 : 0, endsLater: ends ? 1 : 0 } as const
  const when = { heldOn: '2027-10-31', startsTime, endsTime, ...later }
  return { ...when, ...sessionBounds(when, zone) }
})
const session = fc
  .record({
    hours,
    title: name,
    abstract: fc.string({ unit: 'grapheme', maxLength: 200 }).map(cleanText),
    room: fc.option(name),
    kind: fc.constantFrom('plenary', 'talk', 'break', 'other'),
    language: fc.constantFrom(null, 'en', 'ar', 'pt-BR'),
    interpretation: fc.constantFrom('', 'fr', 'es,fr'),
    streamUrl: fc.constantFrom(null, 'https://stream.example.org/a?b=c'),
    capacity: fc.option(fc.integer({ min: 1, max: 100_000 })),
    trackId: fc.constantFrom(null, 'track-1'),
    isPublic: fc.constantFrom(0, 1),
    people: fc.array(person, { maxLength: 4 }),
  })
  .map(({ hours, ...facts }) => ({ ...facts, ...hours }))

test('what was exported, in any language and either form, changes nothing when it is imported', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(session, { minLength: 1, maxLength: 5 }),
      fc.constantFrom(...LANGUAGES.map(({ code }) => code)),
      fc.constantFrom('csv', 'xlsx'),
      async (sessions, language, kind) => {
        const given = facts(
          sessions.map((one, at) => stored({ ...one, id: `id-${at}`, code: at % 2 ? `C${at}` : null })),
          { zone, firstOn: '2027-10-30', lastOn: '2027-11-01' },
        )
        const file = await writeSheet(sheetRows(given, translator(language)), kind)
        const read = planSheet(await readSheet(file, SHEET_LIMITS), given)!
        expect(read.entries.map(({ is }) => is)).toEqual(sessions.map(() => 'same'))
        expect(read.gone).toEqual([])
      },
    ),
    { numRuns: 60 },
  )
})

test('heads are read in every language, and say what is wrong with them', () => {
  for (const { code } of LANGUAGES) {
    const words = COLUMNS.map((column) => translator(code)(`release.column.${column}`))
    expect(readHead(words, t)).toEqual({ columns: [...COLUMNS] })
  }
  expect(readHead(['TITLE', ' Jour', 'début', 'النهاية', ''], t)).toEqual({
    columns: ['title', 'day', 'start', 'end', null],
  })
  expect(readHead(['title', 'day', 'start', 'end', 'Colour', 'Shoe size'], t)).toEqual({
    code: 'sheet-unknown-columns',
    columns: 'Colour, Shoe size',
  })
  expect(readHead(['title', 'Titre', 'day', 'start', 'end'], t)).toMatchObject({ code: 'sheet-double-columns' })
  expect(readHead(['title', 'room'], t)).toEqual({ code: 'sheet-missing-columns', columns: 'Day, Start, End' })
})

test('a row that is changed says each field before and after; what the sheet has no column for stays', () => {
  const given = facts([
    stored({ room: 'Hall A', people: [{ role: 'speaker', fullName: 'Ngozi Muster', affiliation: null }] }),
  ])
  const [entry] = plan(
    given,
    rowOf(given, { room: 'Hall B', start: '9h30', people: 'Présidence: Contohwati (Example University)' }),
  ).entries
  expect(entry).toMatchObject({
    is: 'changed',
    changes: [
      { field: 'when', from: '2027-06-14 09:00–10:00 UTC+2', to: '2027-06-14 09:30–10:00 UTC+2' },
      { field: 'room', from: 'Hall A', to: 'Hall B' },
      { field: 'people', from: 'Speaker: Ngozi Muster', to: 'Chair: Contohwati (Example University)' },
    ],
  })
  const short = [
    ['Title', 'Day', 'Start', 'End', 'ID'],
    ['Opening', '2027-06-14', '09:00', '10:00', 'a-session'],
  ]
  expect(plan(given, short).entries.map(({ is }) => is)).toEqual(['same'])
  const fresh = [
    ['Title', 'Day', 'Start', 'End'],
    ['New one', '14/06/2027', '9:00 AM', '24:00'],
  ]
  expect(plan(given, fresh)).toMatchObject({
    entries: [{ is: 'new', kind: 'other', fields: { heldOn: '2027-06-14', startsTime: '09:00', endsTime: '24:00' } }],
    gone: [{ id: 'a-session' }],
  })
})

test('a row without an ID is known again by its code, and two rows for one session are refused', () => {
  const given = facts([stored({ code: 'T1-A' })])
  const head = ['Code', 'Title', 'Day', 'Start', 'End']
  const row = ['T1-A', 'Opening', '2027-06-14', '09:00', '10:00']
  expect(plan(given, [head, row]).entries.map(({ is }) => is)).toEqual(['same'])
  expect(problems([head, row, row], given)).toEqual(['code-twice', 'id-twice', 'code-twice'])
  expect(problems([head, ['B', ...row.slice(1)], ['B', ...row.slice(1)]], given)).toEqual(['code-twice', 'code-twice'])
  // A code that a session without a row has.
  const two = facts([stored({ code: 'A' }), stored({ id: 'other', code: 'B' })])
  expect(problems(rowOf(two, { code: 'B' }).slice(0, 2), two)).toEqual(['code-twice'])
  // Codes that change places are none twice.
  const swapped = rowOf(two, { code: 'B' })
  swapped[2]![COLUMNS.indexOf('code')] = 'A'
  expect(problems(swapped, two)).toEqual([])
})

test.each([
  [{ end: '08:00' }, 'ends-before'],
  [{ end: '09:00' }, 'ends-before'],
  [{ track: 'T9' }, 'cell-track track'],
  [{ day: '2027-07-01' }, 'outside'],
  [{ day: 'soon' }, 'cell-day'],
  [{ day: '31/02/2027' }, 'cell-day'],
  [{ start: 'nine' }, 'cell-time'],
  [{ start: '25:00' }, 'cell-time'],
  [{ title: '' }, 'cell-missing title'],
  [{ day: '' }, 'cell-missing day'],
  [{ title: 'x'.repeat(301) }, 'cell-long title'],
  [{ abstract: 'x'.repeat(16_001) }, 'cell-long abstract'],
  [{ kind: 'party' }, 'cell-kind kind'],
  [{ people: 'Wizard: Merlin' }, 'cell-role people'],
  [{ people: 'Chair: (Example University)' }, 'cell-name people'],
  [{ people: 'a;'.repeat(41) }, 'cell-people people'],
  [{ language: 'Klingonese' }, 'cell-language language'],
  [{ interpretation: 'French, Elvish' }, 'cell-language interpretation'],
  [{ stream: 'javascript:alert(1)' }, 'cell-url stream'],
  [{ capacity: 'many' }, 'cell-number capacity'],
  [{ capacity: '0' }, 'cell-number capacity'],
  [{ capacity: '3' }, 'cell-capacity capacity'],
  [{ public: 'perhaps' }, 'cell-public public'],
  [{ id: 'of-somebody-else' }, 'id-unknown'],
])('refused in its place: %o', (changed, problem) => {
  const given = facts([stored({ signedUp: 4 })])
  expect(problems(rowOf(given, changed), given)).toEqual([problem])
})

test('all that is wrong with a row is told at once', () => {
  const given = facts([stored({})])
  expect(problems(rowOf(given, { title: '', track: 'T9', day: 'soon', capacity: 'x' }), given)).toEqual([
    'cell-missing title',
    'cell-track track',
    'cell-number capacity',
    'cell-day',
  ])
})

test('an hour that does not exist, and one that is there twice', () => {
  const spring = facts([stored({ heldOn: '2027-03-28' })], { zone, firstOn: '2027-03-27', lastOn: '2027-03-29' })
  expect(problems(rowOf(spring, { start: '02:30' }), spring)).toEqual(['time-skipped'])
  const autumn = facts([stored({ heldOn: '2027-10-31' })], { zone, firstOn: '2027-10-30', lastOn: '2027-11-01' })
  expect(problems(rowOf(autumn, { start: '02:30' }), autumn)).toEqual(['cell-time-either'])
  expect(problems(rowOf(autumn, { start: '02:30 UTC+1' }), autumn)).toEqual([])
  expect(plan(autumn, rowOf(autumn, { start: '02:30 UTC+1' })).entries[0]).toMatchObject({
    fields: { startsLater: 1, startsAt: '2027-10-31T01:30:00.000Z' },
  })
})

test('a day in the order of a country is the one that the event has, and asked about where it has both', () => {
  const given = facts([stored({})])
  for (const day of ['14/06/2027', '14.06.2027', '6/14/2027', '2027/6/14', '2027-06-14T00:00:00'])
    expect(problems(rowOf(given, { day }), given)).toEqual([])
  const long = facts([stored({ heldOn: '2027-05-06' })], { firstOn: '2027-05-01', lastOn: '2027-06-30' })
  expect(problems(rowOf(long, { day: '06/05/2027' }), long)).toEqual(['cell-day-either'])
})

test('a formula is told, and text that looks like one is text', async () => {
  const given = facts([stored({ title: '=SUM(1)', room: '+1' })])
  const written = await readSheet(await writeSheet(sheetRows(given, t), 'csv'), SHEET_LIMITS)
  expect(planSheet(written, given)!.entries.map(({ is }) => is)).toEqual(['same'])
  const typed = Buffer.from('Title,Day,Start,End\n=1+1,2027-06-14,09:00,10:00\n')
  const read = planSheet(await readSheet(typed, SHEET_LIMITS), given)!
  expect(read.entries[0]).toMatchObject({
    is: 'refused',
    problems: [{ code: 'cell-formula', details: { column: 'title' } }],
  })
})
