import { expect, test } from 'vitest'
import { aFile, aView, COLUMNS, NAMES, rowAt, sent } from './a-list.ts'
import { readCsv } from '../read-csv.ts'
import { typstPrinter } from '#app/adapters/typst/printer.ts'
import { readSheet } from '#app/files/sheets/read-sheet.ts'
import { readXlsx } from '#app/files/sheets/xlsx/read-xlsx.ts'
import { writeCsv } from '#app/participants/files/csv-writer.ts'
import { readFileStyle } from '#app/participants/files/file-style.ts'
import { writeJson } from '#app/participants/files/json-writer.ts'
import type { ListWriter } from '#app/participants/files/list-file.ts'
import { writePdf } from '#app/participants/files/pdf-writer.ts'
import { writeVcards } from '#app/participants/files/vcard-writer.ts'
import { writeXlsx } from '#app/participants/files/xlsx-writer.ts'

const LIMITS = { rows: 10_000, columns: 20 }
const printer = typstPrinter()
/** However busy this machine is: how soon it is seen is tried with a database that is lost. */
const LAST_WORDS = 50_000
const WRITERS: [name: string, writer: ListWriter][] = [
  ['csv', writeCsv],
  ['xlsx', writeXlsx],
  ['pdf', writePdf(printer, LAST_WORDS)],
  ['vcf', writeVcards],
  ['json', writeJson],
]

/** Rows as people read them: yes and no in words. */
const worded = (count: number) => Array.from({ length: count }, (_, at) => rowAt(at).map(String))

test.each([',', ';', '\t'] as const)(
  'CSV, by %j: every name whole and in order, but for the apostrophe',
  async (separator) => {
    const style = { separator, hasMark: true, paper: 'a4' as const }
    const { bytes, outcomes, fault } = await sent(aView(NAMES.length), writeCsv, aFile(NAMES.length, { style }))
    expect([outcomes, fault]).toEqual([['complete'], null])
    const text = bytes.toString()
    expect(text.startsWith('\uFEFF')).toBe(true)
    const [head, ...rows] = readCsv(text.slice(1), separator)
    expect(head).toEqual(COLUMNS.map(({ label }) => label))
    expect(rows).toEqual(
      worded(NAMES.length).map((row) => row.map((cell) => (cell.startsWith('=') ? `'${cell}` : cell))),
    )
  },
)

test('an XLSX keeps numbers and days as such, everything else as text, and nothing is a formula', async () => {
  const { bytes } = await sent(aView(NAMES.length), writeXlsx, aFile(NAMES.length))
  const sheet = await readXlsx(bytes, LIMITS)
  expect(sheet.formulas).toEqual([])
  expect(sheet.rows).toEqual([COLUMNS.map(({ label }) => label), ...worded(NAMES.length)])
})

test('a list of many pages is complete, in order, nobody twice', async () => {
  const { bytes, fault } = await sent(aView(2345), writeCsv, aFile(2345))
  expect(fault).toBeNull()
  const codes = readCsv(bytes.toString())
    .slice(1)
    .map(([code]) => code)
  expect(codes).toEqual(worded(2345).map(([code]) => code))
})

test('JSON says at its end that it is complete, with types', async () => {
  const { bytes } = await sent(aView(700), writeJson, aFile(700))
  const read = JSON.parse(bytes.toString()) as Record<string, unknown> & { participants: Record<string, unknown>[] }
  expect(Object.keys(read).at(-1)).toBe('complete')
  expect(read).toMatchObject({ count: 700, written: 700, complete: true, event: { slug: 'ntw-2027' } })
  expect(read.participants).toHaveLength(700)
  expect(read.participants[1]).toMatchObject({
    fullName: 'Þóra Dæmisdóttir',
    email: null,
    'answer:YEARS': 1,
    'answer:LAPTOP': false,
  })
})

test('somebody who has left is no reason to break off, and counts no more', async () => {
  const view = aView(1200, (at) => (at === 7 ? null : rowAt(at)))
  const gone = { ...view, ids: async () => (await view.ids()).filter((id) => id !== '7') }
  const asked = { ...gone, ids: view.ids }
  let isFirst = true
  asked.ids = () => (isFirst ? ((isFirst = false), view.ids()) : gone.ids())
  const { bytes, outcomes, fault } = await sent(asked, writeCsv, aFile(1200))
  expect([outcomes, fault]).toEqual([['complete'], null])
  expect(readCsv(bytes.toString())).toHaveLength(1200)
})

const FAULTS: [string, (at: number) => ReturnType<typeof rowAt> | null][] = [
  [
    'the database goes away',
    (at) => {
      if (at >= 1000) throw new Error('The database is away.')
      return rowAt(at)
    },
  ],
  ['somebody of the list is not found', (at) => (at === 1100 ? null : rowAt(at))],
]

test.each(WRITERS.flatMap(([name, writer]) => FAULTS.map(([what, row]) => [name, what, writer, row] as const)))(
  '%s, when %s: the file says that it is not complete, then it breaks off',
  async (name, _what, writer, row) => {
    const { bytes, outcomes, fault } = await sent(aView(1500, row), writer, aFile(1500))
    expect(fault).toBeInstanceOf(Error)
    expect(outcomes).toEqual(['broken'])
    const last: Record<string, () => string | Promise<string>> = {
      csv: () => readCsv(bytes.toString()).at(-1)!.join(),
      json: () => {
        const read = JSON.parse(bytes.toString()) as { complete: boolean; notice: string }
        expect(read.complete).toBe(false)
        return read.notice
      },
      vcf: () => bytes.toString().replaceAll('\r\n ', '').trim().split('\r\n').at(-2)!,
      xlsx: async () => (await readSheet(bytes, LIMITS)).rows.at(-1)!.join(),
      pdf: () => (/%%EOF\s*$/.test(bytes.toString('latin1')) ? 'NOT COMPLETE of' : ''),
    }
    expect(await last[name]!()).toMatch(/NOT COMPLETE.*of/)
  },
  60_000,
)

test('rows that are lost without a word are noticed by their number', async () => {
  const view = aView(1200)
  const short = { ...view, rows: async (ids: string[]) => (await view.rows(ids)).slice(1) }
  const { fault, outcomes } = await sent(short, writeCsv, aFile(1200))
  const [asked, came] = fault!.message
    .match(/^(\d+) people were asked for, (\d+) came\.$/)!
    .slice(1)
    .map(Number)
  expect([asked! - came!, outcomes]).toEqual([1, ['broken']])
})

test('whoever stops reading stops the reading of the database', async () => {
  let asked = 0
  const view = aView(100_000)
  const counted = { ...view, rows: (ids: string[]) => (asked++, view.rows(ids)) }
  const outcomes: string[] = []
  const { writeList } = await import('#app/participants/files/write-list.ts')
  const onEnd = (outcome: string) => Promise.resolve(void outcomes.push(outcome))
  const ids = await view.ids()
  let read = 0
  for await (const _piece of writeList({ view: counted, ids, file: aFile(100_000), writer: writeCsv, onEnd }))
    if (++read === 3) break
  // Three pages are read ahead.
  expect(asked).toBeLessThanOrEqual(6)
  expect(outcomes).toEqual(['broken'])
})

test('a separator is one of three, the default by language; paper one of two', () => {
  const style = (query: string, language: 'en' | 'fr' | 'ar') => readFileStyle(new URLSearchParams(query), language)
  expect(style('', 'en')).toEqual({ separator: ',', hasMark: false, paper: 'a4' })
  expect(style('bom=1&paper=letter', 'fr')).toEqual({ separator: ';', hasMark: true, paper: 'us-letter' })
  expect(style('separator=tab', 'ar')?.separator).toBe('\t')
  for (const wrong of ['separator=pipe', 'separator=constructor', 'paper=a3']) expect(style(wrong, 'en')).toBeNull()
})

test('no name ends its card, or begins another property of it', async () => {
  const evil = ['A\r\nEMAIL:evil@example.org', 'A\rEND:VCARD\rBEGIN:VCARD', 'A\nNOTE:x', 'A;B,C\\;D']
  const view = { ...aView(1), rows: async (ids: string[]) => ids.map(() => evil) }
  const columns = (['fullName', 'latinName', 'affiliation', 'track'] as const).map((key) => ({
    key,
    label: key,
    kind: 'text' as const,
  }))
  const { bytes } = await sent({ ...view, columns }, writeVcards, { ...aFile(1), columns })
  const lines = bytes
    .toString()
    .replaceAll('\r\n ', '')
    .split(/\r\n|\r|\n/)
  const names = lines.filter((line) => line !== '').map((line) => line.replace(/[:;].*/, ''))
  expect(names).toEqual(['BEGIN', 'VERSION', 'FN', 'FN', 'N', 'ORG', 'NOTE', 'END'])
})
