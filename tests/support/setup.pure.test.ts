import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { forgetConnections, unexpectedConnections } from './connections.ts'
import { forgetConsole, unexpectedOnConsole } from './console.ts'
import { expectConsoleError } from './setup.ts'

// Runs before the one of setup.ts, which would fail these tests for what they provoke.
afterEach(() => {
  forgetConnections()
  forgetConsole()
})

test.each(['http://a.example/', 'https://a.example/', 'http://192.0.2.1/'])(
  'a request to %s is refused and remembered',
  async (url) => {
    await expect(fetch(url)).rejects.toThrow('fetch failed')
    expect(unexpectedConnections()).toEqual([expect.stringContaining('Unexpected connection to')])
  },
)

test('this machine may be reached', async () => {
  await expect(once(connect(9, '127.0.0.1'), 'connect')).rejects.toThrow('ECONNREFUSED')
  expect(unexpectedConnections()).toEqual([])
})

test('a word on the console must be expected, and an expected one written', () => {
  expectConsoleError('foreseen')
  console.error('foreseen: %d', 1)
  expect(unexpectedOnConsole()).toEqual([])
  expectConsoleError(/never/)
  expect(unexpectedOnConsole()).toEqual(['Expected on the console but not written: /never/'])
})
