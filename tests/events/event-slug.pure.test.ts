import { expect, test } from 'vitest'
import { freeSlug, isSlug, slugOf } from '#app/events/event-slug.ts'

test('an address is made from the words of the title, without accents', () => {
  expect(slugOf('Sécurité des réseaux: São Tomé 2027', 'ntw', '2027')).toBe('securite-des-reseaux-sao-tome-2027')
})

test('a title without Latin letters, or one that is a page of ours, takes series and year', () => {
  expect(slugOf('ネットワーク', 'ntw', '2027')).toBe('ntw-2027')
  expect(slugOf('New', 'inet', '2028')).toBe('inet-2028')
})

test('every made address is a valid one, however long or odd the title', () => {
  for (const title of ['x'.repeat(300), 'a-'.repeat(200), '---', '2027', 'A & B / C', '  é  '])
    expect(isSlug(slugOf(title, 'ntw', '2027')), title).toBe(true)
})

test('a taken address gets the next number and stays within its length', () => {
  expect(freeSlug('ntw-2027', ['ntw-2027', 'ntw-2027-2'])).toBe('ntw-2027-3')
  expect(freeSlug('x'.repeat(80), ['x'.repeat(80)])).toHaveLength(80)
})
