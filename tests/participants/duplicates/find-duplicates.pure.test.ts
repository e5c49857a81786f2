import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Candidate,
  findDuplicates,
  isOneApart,
  withoutSigns,
} from '#app/participants/duplicates/find-duplicates.ts'
import { sortKey } from '#app/values/text.ts'

function aCandidate(id: string, fullName: string, given: Partial<Candidate> = {}): Candidate {
  return {
    id,
    sortKey: sortKey(fullName),
    country: null,
    affiliation: null,
    emailKey: `${id.repeat(3)}@example.org`,
    ...given,
  }
}

function found(...all: Candidate[]): string[] {
  return findDuplicates(all).map(({ ids, signs }) => `${ids.join('+')} ${signs.join(' ')}`)
}

test('the same name from the same country or organization, whatever its accents', () => {
  const one = aCandidate('a', 'José Ñáñez', { country: 'PE', affiliation: 'Red Andina' })
  expect(found(one, aCandidate('b', 'jose nanez', { country: 'PE' }))).toEqual(['a+b name-country'])
  expect(found(one, aCandidate('b', 'JOSÉ ÑÁÑEZ', { affiliation: 'red andina' }))).toEqual(['a+b name-affiliation'])
  expect(found(one, aCandidate('b', 'José Ñáñez', { country: 'CL' }))).toEqual([])
  expect(found(one, aCandidate('b', 'Pepe', { country: 'PE', affiliation: 'Red Andina' }))).toEqual([])
})

test('addresses that differ by dots, by what stands behind a plus, or by one letter of a shared name', () => {
  const one = aCandidate('a', 'Ngozi Muster', { emailKey: 'ngozi.muster@example.org' })
  expect(found(one, aCandidate('b', 'N. M.', { emailKey: 'ngozimuster+event@example.org' }))).toEqual([
    'a+b email-signs',
  ])
  expect(found(one, aCandidate('b', 'Muster Ngozi', { emailKey: 'ngozi.mustr@example.org' }))).toEqual([
    'a+b email-typo',
  ])
  expect(found(one, aCandidate('b', 'Somebody Else', { emailKey: 'ngozi.mustr@example.org' }))).toEqual([])
  expect(found(one, aCandidate('b', 'Ngozi Muster', { emailKey: 'ngozi.muster@example.com' }))).toEqual([])
})

test('the same address twice is not a slip: it holds two tickets', () => {
  const address = { emailKey: 'a@example.org', country: 'KE' }
  expect(found(aCandidate('a', 'Njeri', address), aCandidate('b', 'Njeri', address))).toEqual([])
})

test('many that look alike are a pattern', () => {
  const all = Array.from({ length: 30 }, (_, at) =>
    aCandidate(`id-${at}`, `Person ${at}`, { emailKey: `person-${String(at).padStart(3, '0')}@example.org` }),
  )
  expect(findDuplicates(all).length).toBeLessThan(30)
})

const word = fc.string({ unit: fc.constantFrom('a', 'b', '.'), maxLength: 6 })

test('one letter apart is what the distance of Levenshtein calls one', () => {
  fc.assert(
    fc.property(word, word, (one, other) => {
      expect(isOneApart(one, other)).toBe(distance(one, other) === 1)
    }),
  )
})

test('signs are taken off once for all', () => {
  fc.assert(
    fc.property(word, (local) => {
      expect(withoutSigns(withoutSigns(`${local}+x@e.org`))).toBe(withoutSigns(`${local}@e.org`))
    }),
  )
})

function distance(one: string, other: string): number {
  if (one === '' || other === '') return one.length + other.length
  if (one[0] === other[0]) return distance(one.slice(1), other.slice(1))
  return (
    1 + Math.min(distance(one.slice(1), other), distance(one, other.slice(1)), distance(one.slice(1), other.slice(1)))
  )
}

test('five thousand are compared in a moment', () => {
  const all = Array.from({ length: 5000 }, (_, at) =>
    aCandidate(`id-${at}`, `Name${at} Family${at % 900}`, {
      country: at % 2 === 0 ? 'KE' : 'RW',
      emailKey: `name${at}.family${at % 900}@example.org`,
    }),
  )
  const before = performance.now()
  findDuplicates(all)
  expect(performance.now() - before).toBeLessThan(2000)
})
