import { describe, expect, it, test } from 'vitest'
import { encodedTag, knownTag } from '#app/http/entity-tag.ts'

const TAG = '"abc-2026-11-21"'

test('every encoding has a strong tag of its own', () => {
  const tags = (['identity', 'gzip', 'br'] as const).map((encoding) => encodedTag(TAG, encoding))
  expect(tags).toEqual([TAG, '"abc-2026-11-21-gzip"', '"abc-2026-11-21-br"'])
  expect(encodedTag('W/"abc"', 'br')).toBe('W/"abc"')
  expect(encodedTag(TAG, 'br', 'haste')).toBe('"abc-2026-11-21-br-0"')
})

describe('what a request knows', () => {
  const known = (ifNoneMatch: string | null, acceptEncoding: string | null = null) =>
    knownTag({ ifNoneMatch, acceptEncoding }, TAG)

  it.each([TAG, '"abc-2026-11-21-gzip"', '"abc-2026-11-21-br"', '"abc-2026-11-21-br-0"'])(
    'is any of them: %s',
    (tag) => {
      expect([known(tag), known(`W/${tag}`), known(`"other", ${tag}`)]).toEqual([tag, tag, tag])
    },
  )

  it('is anything by a star, and nothing by nothing, by another, or by another day', () => {
    expect(known('*')).toBe(TAG)
    expect([known(null), known(''), known('"other"'), known('"abc-2026-11-22"'), known('"abc')]).toEqual(
      Array(5).fill(null),
    )
  })

  it('is not a copy in an encoding that it does not accept', () => {
    expect(known('"abc-2026-11-21-br"', 'gzip')).toBeNull()
    expect(known('"abc-2026-11-21-br", "abc-2026-11-21-gzip"', 'gzip')).toBe('"abc-2026-11-21-gzip"')
    expect(known('"abc-2026-11-21-br"', 'gzip, br;q=0')).toBeNull()
    expect(known(TAG, 'gzip, br')).toBe(TAG)
  })
})
