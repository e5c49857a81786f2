import type { RouteConfigEntry } from '@remix-run/route-config'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '#tests/support/app.ts'
import routes from '#app/routes.ts'

let app: Awaited<ReturnType<typeof testApp>>

beforeAll(async () => {
  app = await testApp()
})

afterAll(() => app.close())

/** Every address of the route table, with something in the place of each name. */
function addresses(entries: RouteConfigEntry[], base = ''): string[] {
  return entries.flatMap(({ path = '', children = [] }) => {
    const own = [base, path.replace(/:\w+/g, 'x').replace('*', 'no/where')].filter(Boolean).join('/')
    return [`/${own}`, ...addresses(children, own)]
  })
}

const ALL = [...new Set(addresses(routes))]
const OPEN_TO_PROGRAMS = ALL.filter((address) => address.startsWith('/webhooks/'))
const GATED = ALL.filter((address) => !address.startsWith('/webhooks/'))

const FOREIGN: [string, Record<string, string>][] = [
  ['another site', { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }],
  ['another site in an old browser', { Origin: 'https://evil.example' }],
  ['a neighbour under the same domain', { Origin: 'http://other.plenary.test', 'Sec-Fetch-Site': 'same-site' }],
  ['a page without an origin', { Origin: 'null' }],
  ['another port', { Origin: 'http://plenary.test:8080' }],
  ['a site that claims ours as a prefix', { Origin: 'http://plenary.test.evil.example' }],
]

async function send(address: string, method: string, headers: Record<string, string>): Promise<string> {
  const page = await app.fetch(address, { method, headers, body: new URLSearchParams({ a: 'b' }) })
  return page.status === 403 ? await page.text() : String(page.status)
}

test('the walk finds the addresses', () => {
  expect(GATED.length).toBeGreaterThan(40)
  expect(GATED).toEqual(
    expect.arrayContaining(['/signin', '/signout/everywhere', '/organize/x/details', '/orders/x/pay']),
  )
})

describe.each(FOREIGN)('from %s', (_name, headers) => {
  test('nothing can be changed, in any language', async () => {
    for (const address of GATED) {
      for (const prefix of ['', '/fr'])
        expect([address, await send(prefix + address, 'POST', headers)]).toEqual([address, 'Forbidden\n'])
    }
  })
})

test.each(['PUT', 'PATCH', 'DELETE'])('%s is gated as POST is', async (method) => {
  const [, headers] = FOREIGN[0]!
  for (const address of GATED) expect(await send(address, method, headers)).toBe('Forbidden\n')
})

test('from here nothing is held up by the gate', async () => {
  for (const address of GATED)
    expect(await send(address, 'POST', { Origin: 'http://plenary.test' })).not.toBe('Forbidden\n')
})

test('a form on a page without referrer comes from here as well', async () => {
  const headers = { Origin: 'null', 'Sec-Fetch-Site': 'same-origin' }
  for (const address of GATED) {
    const answer = await send(address, 'POST', headers)
    expect([address, answer]).not.toEqual([address, 'Forbidden\n'])
    expect([address, answer]).not.toEqual([address, '500'])
  }
})

test('programs with a proof of their own pass the gate', async () => {
  for (const address of OPEN_TO_PROGRAMS) expect(await send(address, 'POST', FOREIGN[1]![1])).not.toBe('Forbidden\n')
})
