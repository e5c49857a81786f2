import { expect, test } from 'vitest'
import { aFile, aView, COLUMNS, NAMES, rowAt, sent } from './a-list.ts'
import { readCsv } from '../read-csv.ts'
import { cardsByVobject, csvByPython, READERS, rowsByOffice } from '#tests/support/judges/read-files.ts'
import { writeCsv } from '#app/participants/files/csv-writer.ts'
import { writeVcards } from '#app/participants/files/vcard-writer.ts'
import { writeXlsx } from '#app/participants/files/xlsx-writer.ts'

const view = aView(NAMES.length)
const file = aFile(NAMES.length)
const head = COLUMNS.map(({ label }) => label)
const rows = NAMES.map((_, at) => rowAt(at).map(String))
/** As a CSV holds them: what begins like a formula behind an apostrophe. */
const defused = rows.map((row) => row.map((cell) => (cell.startsWith('=') ? `'${cell}` : cell)))

test.runIf(process.env.PLENARY_TEST_REQUIRE?.split(',').includes('judges'))(
  'every program that reads files here is on this machine',
  () => expect(READERS).toEqual({ python3: true, 'python3-vobject': true, 'libreoffice-calc-nogui': true }),
)

test.runIf(READERS.python3).each([',', ';', '\t'] as const)(
  'Python reads every name out of a CSV by %j',
  async (separator) => {
    const style = { separator, hasMark: separator === ';', paper: 'a4' as const }
    const { bytes } = await sent(view, writeCsv, { ...file, style })
    expect(csvByPython(bytes, separator)).toEqual([head, ...defused])
  },
)

test.runIf(READERS['python3-vobject'])('vobject reads every card', async () => {
  const { bytes } = await sent(view, writeVcards, file)
  for (const line of bytes.toString().split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  const cards = cardsByVobject(bytes)
  expect(cards).toHaveLength(NAMES.length)
  for (const [at, { fullName, latinName }] of NAMES.entries()) {
    expect(cards[at]).toMatchObject({
      version: ['4.0'],
      fn: latinName ? [fullName, latinName] : [fullName],
      n: [['', fullName]],
      org: [['Example University, Département d’informatique']],
      adr: ['Rwanda'],
      lang: ['fr'],
      note: ['T2: Backbone routing\nNetwork Training Workshop 2027'],
    })
    expect(cards[at]!['email']).toEqual(at % 2 === 0 ? [`person-${at}@example.org`] : undefined)
  }
})

test.runIf(READERS['libreoffice-calc-nogui'])(
  'LibreOffice reads every name out of an XLSX and out of a CSV, with numbers and days as such, and calculates nothing',
  async () => {
    const xlsx = await sent(view, writeXlsx, file)
    const lines = (text: string) => readCsv(text.replaceAll('\r\n', '\n').replaceAll('\n', '\r\n'))
    expect(lines(await rowsByOffice(xlsx.bytes, 'xlsx'))).toEqual([head, ...rows])
    const csv = await sent(view, writeCsv, { ...file, style: { separator: ';', hasMark: true, paper: 'a4' } })
    expect(lines(await rowsByOffice(csv.bytes, 'csv', ';'))).toEqual([head, ...defused])
  },
  120_000,
)
