import { array, assert, constantFrom, property } from 'fast-check'
import { expect, test } from 'vitest'
import { localPath } from '#app/people/local-path.ts'

test.each([
  ['/organize/ntw-2027', '/organize/ntw-2027'],
  ['/events?q=routage&page=2', '/events?q=routage&page=2'],
  ['/events#top', '/events'],
  ['/teach/../organize', '/organize'],
])('%s leads back to %s', (typed, path) => {
  expect(localPath(typed)).toBe(path)
})

test.each([
  null,
  '',
  'https://evil.example',
  '//',
  '//evil.example',
  '//:x',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  ' //evil.example',
  '/.//evil.example',
  '/x/..//evil.example',
  '/%2e//evil.example',
  'javascript:alert(1)',
  'evil.example',
  '@evil.example',
  '/signin',
  '/signin/link/abc',
  '/signout',
  '/signout/everywhere',
  `/${'a'.repeat(500)}`,
])('%j leads to one’s own page', (typed) => {
  expect(localPath(typed)).toBe('/me')
})

test('whatever is typed, a browser stays here, with or without a language in front', () => {
  const parts = constantFrom('/', '\\', '.', '..', '%2f', '%5c', '%2e', '@', ':', '?', '#', '\t', 'evil.example', 'a')
  assert(
    property(array(parts, { maxLength: 8 }), (pieces) => {
      for (const prefix of ['', '/fr']) {
        const { origin } = new URL(prefix + localPath(pieces.join('')), 'https://plenary.example/signin')
        expect(origin).toBe('https://plenary.example')
      }
    }),
    { seed: 7, numRuns: 5000 },
  )
})
