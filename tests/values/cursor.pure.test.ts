import { expect, test } from 'vitest'
import { cursorOf, cursorQuery } from '#app/values/cursor.ts'

const read = (query: string, prefix?: string) => cursorOf(new URLSearchParams(query), prefix)

test('a page is named by the id of a row; anything else is the first', () => {
  expect(read('after=0190-abc&before=x')).toEqual({ after: '0190-abc' })
  expect(read('before=end')).toEqual({ before: 'end' })
  for (const query of ['', 'page=7', 'after=', 'after=a%27%20or%201', `after=${'x'.repeat(37)}`])
    expect(read(query)).toBeNull()
})

test('two lists of a page keep apart', () => {
  const query = new URLSearchParams(cursorQuery({ before: 'one' }, 'late-')).toString()
  expect(query).toBe('late-before=one')
  expect([read(query, 'late-'), read(query)]).toEqual([{ before: 'one' }, null])
  expect(cursorQuery(null)).toEqual([])
})
