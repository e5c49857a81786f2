import { beforeEach, describe, expect, it } from 'vitest'
import { keepAnswers } from '#app/http/kept-answers.server.ts'
import { WholeAnswer } from '#app/http/whole-answer.server.ts'

const NOW = '2026-11-21T12:00:00.000Z'
const at = (seconds: number) => new Date(Date.parse(NOW) + seconds * 1000).toISOString()

let version = 1
/** When something changes by itself. */
let next = '2027-01-01T00:00:00.000Z'
let composed: string[] = []
let respond: (address: string) => Response = answer

function answer(address: string): Response {
  const headers = { 'Cache-Control': 'public, max-age=900', ETag: '"tag"', 'X-Request-Id': 'of-who-made-it' }
  return new Response(`${address} `.repeat(500), { headers })
}

function kept() {
  const ask = keepAnswers<{ key: string }>({
    versionOf: () => Promise.resolve(version),
    changesAt: () => Promise.resolve(next),
    compose: async ({ key }, last) => {
      await new Promise((done) => setTimeout(done, 5))
      composed.push(key)
      return await WholeAnswer.of(respond(key), { last, hole: null })
    },
  })
  return async (key: string, now: string) => await ask({ key }, now)
}

beforeEach(() => {
  version = 1
  next = '2027-01-01T00:00:00.000Z'
  composed = []
  respond = answer
})

describe('a public answer', () => {
  it('is made once, whoever waits for it', async () => {
    const ask = kept()
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask('/en/events.ics', NOW)))
    expect(new Set(answers).size).toBe(1)
    expect(await ask('/en/events.ics', at(59))).toBe(answers[0])
    expect(composed).toEqual(['/en/events.ics'])
  })

  it('is made again after a change, after a minute, on another day, and when the clock was set back', async () => {
    const ask = kept()
    await ask('/a', '2026-11-21T23:59:30.000Z')
    version = 2
    await ask('/a', '2026-11-21T23:59:31.000Z')
    expect(composed).toHaveLength(2)
    await ask('/a', '2026-11-22T00:00:01.000Z')
    expect(composed).toHaveLength(3)
    await ask('/a', '2026-11-22T00:01:01.000Z')
    expect(composed).toHaveLength(4)
    await ask('/a', '2026-11-22T00:00:30.000Z')
    expect(composed).toHaveLength(5)
  })

  it('does not outlive the moment at which something changes by itself', async () => {
    const ask = kept()
    next = at(10)
    await ask('/a', NOW)
    await ask('/a', new Date(Date.parse(next) - 1).toISOString())
    expect(composed).toHaveLength(1)
    next = at(70)
    await ask('/a', at(10))
    await ask('/a', at(69))
    expect(composed).toHaveLength(2)
    await ask('/a', at(70))
    expect(composed).toHaveLength(3)
  })

  it('is not waited for by who came after a change', async () => {
    const ask = kept()
    const before = ask('/a', NOW)
    await Promise.resolve()
    version = 2
    const after = ask('/a', NOW)
    expect(await before).not.toBe(await after)
    expect(composed).toHaveLength(2)
  })

  it('keeps its compressed copies while its bytes are the same', async () => {
    const ask = kept()
    const one = await (await ask('/a', NOW)).copy('br')
    version = 2
    const two = await (await ask('/a', NOW)).copy('br')
    expect(composed).toHaveLength(2)
    expect(two.body).toBe(one.body)
    expect(one.headers.slice(-4)).toEqual(['content-encoding', 'br', 'content-length', String(one.body.length)])
    respond = () => new Response('other '.repeat(200), { headers: { 'Cache-Control': 'public', ETag: '"other"' } })
    version = 3
    expect((await (await ask('/a', NOW)).copy('br')).body).not.toBe(one.body)
  })
})

describe('what is not kept', () => {
  it.each([
    ['a refusal', () => new Response('no', { status: 404, headers: { 'Cache-Control': 'public' } })],
    ['a fault', () => new Response(null, { status: 503 })],
    ['what is private', () => new Response('x', { headers: { 'Cache-Control': 'private, max-age=0' } })],
    ['what says nothing', () => new Response('x')],
    ['what sets a cookie', () => new Response('x', { headers: { 'Cache-Control': 'public', 'Set-Cookie': 'a=b' } })],
  ])('%s', async (_, given) => {
    respond = given
    const ask = kept()
    await ask('/a', NOW)
    await ask('/a', NOW)
    expect(composed).toHaveLength(2)
  })

  it('nothing old is given when the version cannot be read, nor when composing fails; and then it heals', async () => {
    let isAway = false
    const whole = keepAnswers<{ key: string }>({
      versionOf: () => (isAway ? Promise.reject(new Error('away')) : Promise.resolve(version)),
      changesAt: () => Promise.resolve(next),
      compose: async ({ key }) => await WholeAnswer.of(respond(key)),
    })
    const ask = (key: string, now: string) => whole({ key }, now)
    const one = await ask('/a', NOW)
    isAway = true
    await expect(ask('/a', NOW)).rejects.toThrow('away')
    isAway = false
    expect(await ask('/a', NOW)).toBe(one)
    version = 2
    respond = () => {
      throw new Error('broken')
    }
    await expect(ask('/a', NOW)).rejects.toThrow('broken')
    respond = answer
    expect((await ask('/a', NOW)).status).toBe(200)
  })
})
