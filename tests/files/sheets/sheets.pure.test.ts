import { buffer } from 'node:stream/consumers'
import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { mediaTypeOf } from '#app/files/media-type.ts'
import { readSheet } from '#app/files/sheets/read-sheet.ts'
import { UnreadableSheet } from '#app/files/sheets/unreadable-sheet.ts'
import { writeSheet } from '#app/files/sheets/write-sheet.ts'
import { readArchive } from '#app/files/sheets/xlsx/read-archive.ts'
import { type ArchiveFile, writeArchive } from '#app/files/sheets/xlsx/write-archive.ts'

const LIMITS = { rows: 1000, columns: 20 }
const KINDS = ['csv', 'xlsx'] as const

const NASTY = [
  '=SUM(A1)',
  "'=SUM(A1)",
  "''+1",
  "'tis",
  '-5',
  '@here',
  '+250 788',
  '\ttab',
  '\rreturn',
  '＝１',
  'two\nlines',
  'two\r\nlines',
  'a "quote", a comma; a semicolon\t a tab',
  'أمينة ابن علي',
  'שלום \u202Eabc\u202C',
  'ወርቅነሽ ደበበ',
  '𝒜lice 👩🏽‍🔬',
  '  spaces  ',
  '_x000D_',
  '\u0001bell\u001F',
  '<b>&amp;</b>]]>',
  '00012',
  '2027-06-21',
  'TRUE',
  '1e5',
]

const cell = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: 'binary' }).map((text) => text.toWellFormed()),
)

test.each(KINDS)('what is written as %s is read as it was', async (kind) => {
  const table = fc.array(fc.array(cell, { maxLength: 6 }), { minLength: 1, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(table, fc.constantFrom(',', ';', '\t'), async (cells, separator) => {
      const rows = [['code', 'name'], ...cells.map((row) => row.map(storable)), ['end', 'x']]
      const { rows: read } = await readSheet(await writeSheet(rows, kind, { separator }), LIMITS)
      expect(read).toEqual(rows.map(withoutEmptyEnd))
    }),
    { numRuns: 150 },
  )
})

test.each(KINDS)('no cell that we write as %s is a formula', async (kind) => {
  const content = await writeSheet([['head', 'x'], NASTY.slice(0, 15)], kind)
  expect((await readSheet(content, LIMITS)).formulas).toEqual([])
  if (kind === 'csv') expect(Buffer.from(content).toString()).not.toMatch(/(^|,|\n)"?[=+\-@\t](?!\d+,)/)
})

/** Control characters are in no text that we keep. */
function storable(text: string): string {
  return text.replace(/[^\P{Cc}\n\r\t]/gu, '')
}

function withoutEmptyEnd(row: string[]): string[] {
  return row.slice(0, row.findLastIndex((text) => text !== '') + 1)
}

test.each(['sheetjs.xlsx', 'exceljs.xlsx'])('%s, by another program', async (name) => {
  const content = readFileSync(new URL(`./samples/${name}`, import.meta.url))
  expect(mediaTypeOf(content)).toContain('spreadsheetml')
  const { rows, formulas } = await readSheet(content, LIMITS)
  expect(rows).toEqual([
    ['code', 'name', 'when', 'share', 'count', 'yes'],
    ['000012', 'Ámina ወርቅ', '2027-06-21', '15%', '250788123456', 'TRUE', '2'],
    ['=SUM(A1)', "'quoted", '2027-06-21 09:30', '0.3', '1.1', 'FALSE'],
    [],
    ['last'],
  ])
  expect(formulas).toEqual([{ row: 1, column: 6 }])
})

test.each([
  ['comma', 'code,name\r\nA,"b, c"\r\n'],
  ['semicolon', 'code;name\nA;b, c\n'],
  ['tab', 'code\tname\rA\tb, c\r'],
  ['the separator that Excel names', 'sep=;\r\ncode;name\r\nA;b, c\r\n'],
])('CSV by %s', async (_name, text) => {
  const { rows } = await readSheet(Buffer.from(text), LIMITS)
  expect(rows).toEqual([
    ['code', 'name'],
    ['A', 'b, c'],
  ])
})

test.each([
  ['UTF-8', Buffer.from('code,name\nA,Þóra\n')],
  ['UTF-8 with a mark', Buffer.from('\uFEFFcode,name\nA,Þóra\n')],
  ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('code,name\nA,Þóra\n', 'utf16le')])],
  ['Windows-1252', Buffer.from('code,name\nA,\xdeóra\n', 'latin1')],
])('CSV in %s', async (_name, content) => {
  expect((await readSheet(content, LIMITS)).rows[1]).toEqual(['A', 'Þóra'])
})

test('empty rows keep the numbers of those after them, and do not count at the end', async () => {
  const { rows, formulas } = await readSheet(Buffer.from('a,b\n\n1,=2+3\n,\n\n'), LIMITS)
  expect(rows).toEqual([['a', 'b'], [], ['1', '=2+3']])
  expect(formulas).toEqual([{ row: 2, column: 1 }])
})

const archiveOf = async (files: ArchiveFile[]) => await buffer(writeArchive(files))
const bomb = async () =>
  await archiveOf([
    ['[Content_Types].xml', '<Types/>'],
    ['xl/workbook.xml', '<workbook/>'],
    ['xl/worksheets/sheet1.xml', `<worksheet>${' '.repeat(200 * 1024 * 1024)}</worksheet>`],
  ])
const workbook = async (sheet: string) =>
  await archiveOf([
    ['[Content_Types].xml', '<Types/>'],
    ['xl/workbook.xml', '<workbook/>'],
    ['xl/worksheets/sheet1.xml', sheet],
  ])

test.each<[string, () => Promise<Uint8Array>, object]>([
  [
    'mixed encodings',
    async () => Buffer.concat([Buffer.from('code,name\nA,Þóra\nB,'), Buffer.from('Ren\xe9\n', 'latin1')]),
    { code: 'sheet-encoding', line: 3 },
  ],
  ['a quote that is not closed', async () => Buffer.from('a,b\n1,"2\n3,4\n'), { code: 'sheet-quote' }],
  ['nothing in it', async () => Buffer.from(',\n,\n'), { code: 'sheet-empty' }],
  ['a picture', async () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), { code: 'sheet-type' }],
  ['an archive', async () => Buffer.from('PK\x03\x04abc'), { code: 'sheet-type' }],
  ['too many rows', async () => Buffer.from('a,b\n'.repeat(1001)), { code: 'sheet-rows', limit: 1000 }],
  ['too many columns', async () => Buffer.from(`a,b\n${'c,'.repeat(20)}d\n`), { code: 'sheet-columns', line: 2 }],
  ['a cell too long', async () => Buffer.from(`a,b\nc,${'d'.repeat(32_768)}\n`), { code: 'sheet-cell', line: 2 }],
  ['a bomb', bomb, { code: 'sheet-unpacked' }],
  ['half a workbook', async () => (await writeSheet([['a']], 'xlsx')).subarray(0, -40), { code: 'sheet-broken' }],
  [
    'a document type',
    async () => await workbook('<!DOCTYPE w [<!ENTITY a "b">]><worksheet>&a;</worksheet>'),
    { code: 'sheet-broken' },
  ],
  ['elements in elements', async () => await workbook('<a>'.repeat(100_000)), { code: 'sheet-broken' }],
  ['a sheet cut off', async () => await workbook('<worksheet><sheetData>'), { code: 'sheet-broken' }],
])('refused: %s', async (_name, content, expected) => {
  const refused = await readSheet(await content(), LIMITS).then(
    () => null,
    (error: unknown) => error,
  )
  expect(refused).toBeInstanceOf(UnreadableSheet)
  expect(refused).toMatchObject(expected)
})

test('an archive that lies about its sizes is stopped where it has unpacked too much', async () => {
  const content = await archiveOf([['a', ' '.repeat(5_000_000)]])
  content.writeUInt32LE(1, content.indexOf(Buffer.from([0x50, 0x4b, 1, 2])) + 24)
  let unpacked = 0
  const all = async () => {
    for await (const piece of readArchive(content, 1_000_000).unpack('a')) unpacked += piece.length
  }
  await expect(all()).rejects.toMatchObject({ code: 'sheet-unpacked' })
  expect(unpacked).toBeLessThanOrEqual(1_000_000)
})

test('an XLSX with any byte damaged is read, or refused in words', async () => {
  const content = Buffer.from(await writeSheet([['code'], ['A']], 'xlsx'))
  await fc.assert(
    fc.asyncProperty(fc.nat(content.length - 1), fc.nat(255), async (at, byte) => {
      const damaged = Buffer.from(content)
      damaged[at] = byte
      await readSheet(damaged, LIMITS).catch((error: unknown) => expect(error).toBeInstanceOf(UnreadableSheet))
    }),
    { numRuns: 300 },
  )
})
