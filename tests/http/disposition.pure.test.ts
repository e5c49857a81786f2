import fc from 'fast-check'
import { expect, test } from 'vitest'
import { disposition } from '#app/http/disposition.ts'

test('a plain name stands as it is', () => {
  expect(disposition('inet-2027.ics', { fallback: 'calendar.ics', isDownload: false })).toBe(
    'inline; filename="inet-2027.ics"',
  )
})

test('other letters come twice: as far as they go, and as they are', () => {
  expect(disposition('Atelier à Kigali.ics', { fallback: 'calendar.ics' })).toBe(
    `attachment; filename="atelier-a-kigali.ics"; filename*=UTF-8''Atelier%20%C3%A0%20Kigali.ics`,
  )
  expect(disposition('الورشة.ics', { fallback: 'calendar.ics' })).toContain('filename="calendar.ics"')
})

test('whatever the name, it is one header of two parameters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const value = disposition(`${name}.ics`, { fallback: 'calendar.ics' })
      expect(value).toMatch(/^attachment; filename="[\w.-]+"(; filename\*=UTF-8''[\w.%!~-]+)?$/)
      expect(() => new Headers({ 'Content-Disposition': value })).not.toThrow()
    }),
  )
})
