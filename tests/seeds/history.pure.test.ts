import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseDocuments } from '#app/events/document/parse.ts'
import { HISTORY, historyDocuments, type HistoryRecord } from '#db/seeds/history.ts'
import { splitSources } from '#db/seeds/history/sources.ts'

const documents = historyDocuments()

test('every record becomes a valid event at an address of its own', () => {
  expect(documents).toHaveLength(177)
  expect(parseDocuments(documents).problems).toEqual([])
  expect(new Set(documents.map((document) => document.slug)).size).toBe(177)
})

test('the copy is the one that was collected', () => {
  const known = Object.keys(Object.assign({}, ...HISTORY) as object).toSorted()
  expect(known).toEqual(FIELDS.toSorted())
  expect(JSON.parse(readFileSync('db/seeds/history/events.json', 'utf8'))).toEqual(HISTORY)
})

const FIELDS = (
  'series title edition year start_date end_date city country_code venue tracks participants participant_countries ' +
  'languages format status confidence well_known_fields notes source'
).split(' ')

test.each(HISTORY.map((record, at) => [record.title, record, documents[at]!] as const))(
  'nothing of “%s” is lost',
  (_, record, document) => {
    const text = JSON.stringify(document)
    for (const value of valuesOf(record)) expect(text).toContain(JSON.stringify(value).slice(1, -1))
    expect(document.dates.startsOn).toMatch(record.start_date ?? new RegExp(`^${record.year}`))
    expect(document.dates.endsOn).toMatch(record.end_date ?? new RegExp(`^${record.year}`))
    expect(document.edition).toBe(record.edition)
    expect(document.history).toMatchObject({
      attendance: record.participants ?? null,
      countries: record.participant_countries ?? null,
    })
    for (const field of record.well_known_fields ?? [])
      expect(document.history.notes).toContain(field.replace('_', ' '))
  },
)

/** Every text of a record; of its sources each word. */
function valuesOf(record: HistoryRecord): string[] {
  const { title, city, country_code: country, venue, tracks = [], languages = [], confidence, notes, source } = record
  const words = source.split(/\s+/).filter((word) => word !== ';' && word !== 'and')
  const plain = words.map((word) => word.replace(/^\(/, '').replace(/[):]$/, ''))
  return [title, city, country, venue, ...tracks, ...languages, confidence, notes, ...plain].filter(
    (value) => typeof value === 'string',
  )
}

test('several sources of one line are parted, with their addresses', () => {
  expect(splitSources('Its page http://a.example/x ; venue: https://b.example/ (Wayback copy) ; a letter')).toEqual([
    { citation: 'Its page', url: 'http://a.example/x' },
    { citation: 'venue: (Wayback copy)', url: 'https://b.example/' },
    { citation: 'a letter', url: null },
  ])
  expect(splitSources('Reports http://a.example/ and https://b.example/')).toEqual([
    { citation: 'Reports', url: 'http://a.example/' },
    { citation: 'Reports', url: 'https://b.example/' },
  ])
  expect(splitSources('http://a.example/ (Wayback copy)')[0]).toEqual({
    citation: 'Wayback copy',
    url: 'http://a.example/',
  })
})

test('a month is taken from the notes only where they tell it', () => {
  const bySlug = new Map(documents.map((document) => [document.slug, document]))
  expect(bySlug.get('sanog-2008')!.dates).toMatchObject({ startsOn: '2008-08', zone: 'Asia/Kathmandu' })
  expect(bySlug.get('walc-1999')!.dates.startsOn).toBe('1999')
  expect(bySlug.get('ndss-2021')!.dates.zone).toBe('UTC')
  for (const document of documents.filter(({ dates }) => dates.startsOn.length === 7))
    expect(document.history.notes).toMatch(/January|February|April|May|June|July|August|November/)
})
