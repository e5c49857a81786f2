import { expect, test } from 'vitest'
import { parseFilters } from '#app/events/catalogue/filters.ts'
import { nameFilters } from '#app/events/catalogue/name-filters.ts'
import type { Language } from '#app/locales/languages.ts'
import { translator } from '#app/locales/translate.ts'

const NAMES = {
  series: [
    { slug: 'ntw', shortName: 'NTW' },
    { slug: 'inet', shortName: 'INET' },
  ],
  topicNames: { dns: 'DNS and DNSSEC' },
  hosts: [{ slug: 'kenya', name: 'Kenya Chapter' }],
}

test.each([
  ['', 'en', 'All upcoming events'],
  ['when=all', 'en', 'All events, past and upcoming'],
  ['when=past&country=KE', 'en', 'Past events · Country or economy: Kenya'],
  ['series=ntw&series=inet&language=fr', 'en', 'Upcoming events · Series: INET or NTW · Taught in: French'],
  ['series=ntw&series=inet&language=fr', 'fr', 'Événements à venir · Série : INET ou NTW · Enseigné en : Français'],
  [
    'q=lab&topic=dns&host=kenya&price=free&from=2027-06',
    'en',
    'Upcoming events · Words: “lab” · Topic: DNS and DNSSEC · Host: Kenya Chapter · From June 2027 · Free of charge',
  ],
  ['topic=gone&series=gone', 'en', 'Upcoming events · Series: gone · Topic: gone'],
  ['country=KE&format=online', 'ar', 'الفعاليات القادمة · البلد أو الاقتصاد: كينيا · طريقة المشاركة: عبر الشبكة'],
])('%j in %s', (query, language, name) => {
  const filters = parseFilters(new URLSearchParams(query))
  expect(nameFilters(filters, NAMES, translator(language as Language), language)).toBe(name)
})
