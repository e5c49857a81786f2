import { expect, test } from 'vitest'
import { soughtTerms, termsOf } from '#app/events/search/terms.ts'
import { indexWords, searchWords } from '#app/events/search-words.ts'

/** Every word of the query begins a word of the event. */
function finds(query: string, title: string): boolean {
  const words = indexWords({ title: [title] })
  const sought = searchWords(query)
  const terms = [...termsOf(words).keys()]
  const isAmong = ({ first, end }: ReturnType<typeof soughtTerms>) =>
    terms.some((term) => (end === null ? term === first : term >= first && term < end))
  return sought.length > 0 && sought.every((word) => isAmong(soughtTerms(word)))
}

test.each([
  ['reseau', 'Réseaux d’entreprise'],
  ['RÉSEAUX', 'reseaux'],
  ['dns', 'Exploiter le DNS et DNSSEC'],
  ['inet 97', 'INET’97'],
  ['京大', '東京大学'],
  ['学', '東京大学'],
  ['東京大学', '東京大学'],
  ['ワーク', 'IPv6ワークショップ'],
  ['ipv6', 'IPv6ワークショップ'],
  ['อินเทอร์', 'การประชุมอินเทอร์เน็ต'],
  ['نشر', 'نَشْر الإصدار السادس'],
  ['الاصدار', 'نشر الإصدار السادس'],
  ['2027', 'مؤتمر ٢٠٢٧'],
  ['вимірювання', 'Вимірювання та безпека'],
  ['ΟΔΟΣ', 'οδός'],
  ['서울', '서울에서'],
  ['thora', 'Þóra'],
  ['ምሳሌ', 'ሙከራ ምሳሌ'],
  ['𠮷野', '𠮷野家'],
  ['u', 'Ubuntu'],
])('“%s” finds “%s”', (query, title) => expect(finds(query, title)).toBe(true))

test.each([
  ['eseau', 'Réseaux'],
  ['u', 'Оксана'],
  ['京学', '東京大学'],
  ['dns bgp', 'DNS'],
  ['!?', 'DNS'],
])('“%s” does not find “%s”', (query, title) => expect(finds(query, title)).toBe(false))

test('every word is ASCII letters and digits, seventy-eight at most', () => {
  const text = `${'ب'.repeat(200)} ${'a'.repeat(500)} ok ${'𠮷'.repeat(40)} \u0000 "quoted" -minus +plus * ( ) %`
  for (const word of [...searchWords(text), ...indexWords({ description: [text] }).split(' ')])
    expect(word).toMatch(/^[a-z0-9]{1,78}$/)
})

test('a very long word is found by its beginning and by the whole of it', () => {
  const word = 'ب'.repeat(200)
  expect(finds(word, word)).toBe(true)
  expect(finds('بب', word)).toBe(true)
})

test('a query has twelve words at most, each once', () => {
  expect(searchWords('a b c d e f g h i j k l m n o')).toHaveLength(12)
  expect(searchWords('dns DNS Dns')).toHaveLength(1)
})

test('a title weighs more than a description', () => {
  const count = (words: string) => words.split(' ').length
  expect(count(indexWords({ title: ['dns'] }))).toBeGreaterThan(count(indexWords({ description: ['dns'] })))
})
