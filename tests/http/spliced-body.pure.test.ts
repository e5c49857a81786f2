import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { SplicedBody } from '#app/http/spliced-body.server.ts'
import { WholeAnswer } from '#app/http/whole-answer.server.ts'
import { newToken } from '#app/values/secret.ts'

const READ = { br: brotliDecompressSync, gzip: gunzipSync, identity: (body: Buffer) => body }
const ENCODINGS = ['br', 'gzip', 'identity'] as const

/** A page with a key in it, and how it begins and ends. */
function page(before: string, after: string) {
  const hole = newToken()
  return SplicedBody.of(Buffer.from(before + hole + after), hole)!
}

const [BEFORE, AFTER] = ['<p class="one">Bonjour, ça va ?</p>', '"/><p class="one">مرحبا</p>'].map((text) =>
  text.repeat(300),
)

it.each(ENCODINGS)('a thousand copies in %s have a thousand keys, and the same page around them', async (encoding) => {
  const body = page(BEFORE!, AFTER!)
  const keys = new Set<string>()
  for (let copy = 0; copy < 1000; copy++) {
    const filled = await body.filled(newToken(), [encoding])
    expect(filled.encoding).toBe(encoding)
    const text = READ[encoding](filled.body).toString()
    const key = text.slice(BEFORE!.length, BEFORE!.length + 32)
    expect(key).toMatch(/^[\w-]{32}$/)
    expect(text === BEFORE! + key + AFTER!).toBe(true)
    keys.add(key)
  }
  expect(keys.size).toBe(1000)
})

it('costs hardly more bytes than the page compressed whole', async () => {
  const { body } = await page(BEFORE!, AFTER!).filled(newToken(), ['gzip'])
  expect(body.length).toBeLessThan(400)
})

it('is no such page without a key, or with two', () => {
  const key = newToken()
  expect(SplicedBody.of(Buffer.from(`${BEFORE}${AFTER}`), key)).toBeNull()
  expect(SplicedBody.of(Buffer.from(`${BEFORE}${key}${AFTER}${key}`), key)).toBeNull()
})

it('is never given to two people with the key of one', async () => {
  const key = newToken()
  const answer = (text: string) => new Response(text, { headers: { 'Cache-Control': 'no-store' } })
  const made = (text: string) => WholeAnswer.of(answer(text), { last: null, hole: key })
  expect((await made(`${BEFORE}${AFTER}`)).isForAll).toBe(true)
  expect((await made(`${BEFORE}${key}${AFTER}`)).isForAll).toBe(true)
  await expect(made(`${BEFORE}${key}${AFTER}${key}`)).rejects.toThrow('two places')
})

function hasControls(text: string): boolean {
  return [...text].some((letter) => letter < ' ')
}

test('whatever stands around it, whatever the key, every decoder reads the page', async () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.constantFrom('<li class="a">', 'value="', '"/>', '\u0001\u0002', 'the ', ' ', 'key', 'الإنترنت'),
  )
  const text = fc
    .array(fc.tuple(piece, fc.integer({ min: 1, max: 40 })), { maxLength: 40 })
    .map((pieces) => pieces.map(([one, times]) => one.repeat(times)).join(''))
  const key = fc.oneof(
    fc.base64String({ minLength: 32, maxLength: 32 }),
    fc.constantFrom('a', '=', '"', 'the ').map((one) => one.repeat(32).slice(0, 32)),
  )
  await fc.assert(
    fc.asyncProperty(text, text, key, fc.constantFrom('br', 'gzip'), async (before, after, key, encoding) => {
      const filled = await page(before, `"/>${after}`).filled(key, [encoding])
      // Bytes that no page has may look like what stands for the key: then it goes out as it is.
      if (!hasControls(after)) expect(filled.encoding).toBe(encoding)
      expect(READ[filled.encoding](filled.body).equals(Buffer.from(`${before}${key}"/>${after}`))).toBe(true)
    }),
    { numRuns: 50 },
  )
})

it('is read whole where it is large and hardly to be compressed', async () => {
  const noise = Array.from({ length: 20_000 }, () => newToken()).join('')
  const body = page(noise, `"/>${noise.slice(7)}`)
  for (const encoding of ENCODINGS) {
    const filled = await body.filled('k'.repeat(32), [encoding])
    expect(filled.encoding).toBe(encoding)
    expect(READ[encoding](filled.body).toString()).toBe(`${noise}${'k'.repeat(32)}"/>${noise.slice(7)}`)
  }
})

describe('a place that is filled with anything', () => {
  const PLACE = '<place/>'
  const text = `<!doctype html>${'<p>words and words</p>'.repeat(200)}${PLACE}${'<p>words and more</p>'.repeat(100)}`

  it.each(['', 'x', '<input value="Þóra Dæmisdóttir"/>'.repeat(40), 'y'.repeat(70_000)])(
    'says in each encoding what was filled in, whatever its length',
    async (own) => {
      const body = SplicedBody.of(Buffer.from(text), PLACE)!
      const whole = text.replace(PLACE, own)
      const plain = await body.filled(own, [])
      expect([plain.encoding, plain.body.toString()]).toEqual(['identity', whole])
      const small = await body.filled(own, ['br', 'gzip', 'identity'])
      expect([small.encoding, gunzipSync(small.body).toString()]).toEqual(['gzip', whole])
      expect(small.body.length).toBeLessThan(1000 + Buffer.byteLength(own))
      // Who reads brotli alone is not sent what they cannot read.
      const unread = await body.filled(own, ['br', 'identity'])
      expect([unread.encoding, unread.body.toString()]).toEqual(['identity', whole])
    },
  )

  it('is brotli where it is as long as what stood there', async () => {
    const { body, encoding } = await SplicedBody.of(Buffer.from(text), PLACE)!.filled('<a place', ['br', 'gzip'])
    expect([encoding, brotliDecompressSync(body).toString()]).toEqual(['br', text.replace(PLACE, '<a place')])
  })

  it('is nowhere in a page that is the same each time', async () => {
    const body = SplicedBody.whole(Buffer.from('<p>All seats are taken.</p>'))
    expect((await body.filled('x', [])).body.toString()).toBe('<p>All seats are taken.</p>')
    expect(gunzipSync((await body.filled('x', ['br', 'gzip'])).body).toString()).toBe('<p>All seats are taken.</p>')
  })
})

it('is not compressed again around the same bytes', () => {
  const [one, two] = [newToken(), newToken()].map((key) => ({ key, body: Buffer.from(BEFORE! + key + AFTER!) }))
  const first = SplicedBody.of(one!.body, one!.key)!
  expect(SplicedBody.of(two!.body, two!.key, first)).toBe(first)
  expect(SplicedBody.of(Buffer.from(`${two!.key}${AFTER!}`), two!.key, first)).not.toBe(first)
})
